/** The line that goes on with a run, ready to be pasted into a shell. */
import { relative } from 'node:path'
import { programCall, shellWord } from '../../studies/plan/commandLine.ts'

/** The command that goes on with the run in `folder`, as it can be pasted into a shell here. */
export function resumeLine(folder: string): string {
  const near = relative(process.cwd(), folder)
  return `${programCall} resume ${shellWord(near === '' || near.startsWith('..') ? folder : near)}`
}

/** Where an earlier result is that was put aside, and how to have it back. */
export function asideText(aside: string, path: string): string {
  const back = `rm -r ${shellWord(path)} && mv ${shellWord(aside)} ${shellWord(path)}`
  return `The result that was there before is kept until this one is finished. To have it back: ${back}`
}
