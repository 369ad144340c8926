/** How this program is called, for lines that are ready to be pasted into a shell. */
import { relative, basename } from 'node:path'
import { shellWord } from '../../studies/plan/commandLine.ts'

export function resumeLine(folder: string): string {
  const near = relative(process.cwd(), folder)
  return `${programCall()} resume ${shellWord(near === '' || near.startsWith('..') ? folder : near)}`
}

/** How this program was called: by its own name, or as a file that node runs. */
export function programCall(): string {
  const file = process.argv[1] ?? 'plantshift'
  if (basename(file) === 'plantshift') return 'plantshift'
  const near = relative(process.cwd(), file)
  return `node ${shellWord(near.startsWith('..') ? file : near)}`
}
