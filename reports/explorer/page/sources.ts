/**
 * What the page is made with beside its own script: the worker's script, the data, and what it was opened with. In the one-file
 * page they stand in the page itself; else they lie beside it.
 */
export interface Sources {
  readonly worker: string
  /** Packed. */
  readonly data: string
  readonly given: string
}

/** @throws an error in words for people where a file cannot be had */
export async function readSources(): Promise<Sources> {
  const [worker, data, given] = await Promise.all([
    textOf('worker', 'worker.js'),
    textOf('data', 'data.json'),
    textOf('given', 'given.json'),
  ])
  return { worker, data, given }
}

/** @param id of the element in the one-file page. @param file beside the page */
async function textOf(id: string, file: string): Promise<string> {
  const here = document.querySelector(`#source-${id}`)?.textContent
  if (here !== undefined && here !== null) return here
  if (location.protocol === 'file:') {
    throw new Error(
      'this folder is made for a web server, and a browser loads nothing beside a page that it opens from disk; ' +
        'plantshift explore --file explorer.html writes one file that opens from disk',
    )
  }
  const answer = await fetch(file)
  if (!answer.ok) throw new Error(`${file}, which belongs to this page, cannot be loaded: ${answer.status}`)
  return answer.text()
}
