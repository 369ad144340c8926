/** The line that goes on with a run, ready to be pasted into a shell. */
import { relative } from 'node:path'
import { libraryNames } from '../../scenarios/join/library.ts'
import { programCall, shellWord } from '../../studies/plan/commandLine.ts'

/** The command that goes on with the run in `folder`, as it can be pasted into a shell here. */
export function resumeLine(folder: string): string {
  return `${programCall} resume ${folderWord(folder)}`
}

/** The command that asks an engine, as in `status out/tariffs --engine slurm`. */
export function engineLine(command: 'resume' | 'status' | 'gather', folder: string, engine: string): string {
  return `${programCall} ${command} ${folderWord(folder)} --engine ${engine}`
}

/** The command that tells one replicate of the result in `folder`. */
export function replayLine(folder: string, scenario: string, replicate: number): string {
  return `${programCall} replay ${folderWord(folder)} --replicate ${replicate} --scenario=${shellWord(scenario)}`
}

/** A folder from here on, and in such a way that no command takes it for an option or a name of the library. */
function folderWord(folder: string): string {
  const near = relative(process.cwd(), folder)
  if (near === '' || near.startsWith('..')) return shellWord(folder)
  return shellWord(near.startsWith('-') || libraryNames().includes(near) ? `./${near}` : near)
}

/** Where an earlier result is that was put aside, and how to have it back. */
export function asideText(aside: string, path: string): string {
  const back = `rm -r ${shellWord(path)} && mv ${shellWord(aside)} ${shellWord(path)}`
  return `The result that was there before is kept until this one is finished. To have it back: ${back}`
}
