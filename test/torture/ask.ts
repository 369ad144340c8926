/** Asks the compiled program in this process, outside of tests too; what it says is caught and returned. */

export interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const compiled = new URL('../../dist/cli/program.js', import.meta.url)

/** Stands in `folder` meanwhile. An exception that leaves the program is a fault, and is told as one. */
export async function ask(folder: string, words: readonly string[]): Promise<Answer> {
  const { runProgram } = (await import(compiled.href)) as typeof import('../../cli/program.ts')
  const text = { stdout: '', stderr: '' }
  const streams = ['stdout', 'stderr'] as const
  const writes = streams.map((name) => Object.getOwnPropertyDescriptor(process[name], 'write'))
  for (const name of streams) {
    process[name].write = (part: string | Uint8Array): boolean => {
      text[name] += typeof part === 'string' ? part : new TextDecoder().decode(part)
      return true
    }
  }
  const here = process.cwd()
  process.chdir(folder)
  try {
    return { code: await runProgram(words), ...text }
  } catch (error) {
    return { code: NaN, stdout: text.stdout, stderr: `an exception left the program: ${String(error)}` }
  } finally {
    process.chdir(here)
    streams.forEach((name, n) => {
      const before = writes[n]
      if (before === undefined) Reflect.deleteProperty(process[name], 'write')
      else Object.defineProperty(process[name], 'write', before)
    })
  }
}
