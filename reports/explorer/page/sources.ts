/**
 * What the page is made with beside its own script: the worker's script, the data, and what it was opened with. In the one-file
 * page they stand in the page itself; else they lie beside it.
 */
import { laterFiles, type LaterName } from '../data/laterFiles.ts'

export interface Sources {
  readonly worker: string
  /** Packed. */
  readonly data: string
  readonly given: string
  /** What is loaded when it is first asked for. @throws an error in words for people where it cannot be had */
  readonly later: (name: LaterName) => Promise<string>
}

/** @throws an error in words for people where a file cannot be had */
export async function readSources(): Promise<Sources> {
  const [worker, data, given] = await Promise.all([
    textOf('worker', 'worker.js'),
    textOf('data', 'data.json'),
    textOf('given', 'given.json'),
  ])
  const asked = new Map<string, Promise<string>>()
  const later: Sources['later'] = async (name) => {
    const text = asked.get(name) ?? textOf(name, laterFiles[name])
    asked.set(name, text)
    try {
      return await text
    } catch (error) {
      // Tried again when it is asked for again: a network may be back.
      asked.delete(name)
      throw error
    }
  }
  return { worker, data, given, later }
}

/** A text of the page: in the one-file page it stands in an element, else in a file beside the page. */
async function textOf(name: string, file: string): Promise<string> {
  const element = document.querySelector<HTMLElement>(`#source-${name}`)
  if (element === null) return loaded(file)
  const text = element.textContent ?? ''
  return element.dataset['is'] === 'deflated' ? inflated(text) : text
}

/** @param packed as `deflateRawSync` makes it, in base 64 */
async function inflated(packed: string): Promise<string> {
  if (typeof DecompressionStream === 'undefined') {
    throw new Error('this browser is too old for it; one of 2023 or later has what it takes')
  }
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(whole).text()
}

async function loaded(file: string): Promise<string> {
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
