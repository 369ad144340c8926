/** The line that goes on with a run, ready to be pasted into a shell. */
import { relative } from 'node:path'
import { programCall, shellWord } from '../../studies/plan/commandLine.ts'

export function resumeLine(folder: string): string {
  const near = relative(process.cwd(), folder)
  return `${programCall} resume ${shellWord(near === '' || near.startsWith('..') ? folder : near)}`
}
