/** Checks a result folder and prints what is wrong with it. */
import { type Verification, verify } from '../../studies/folder/verify.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { dataFrom, flagOption, givenNumber } from '../console/options.ts'
import { print, printJson } from '../console/print.ts'

/** Prints the verdict on a result. @returns the exit code: 1 when anything differs */
export function printVerification(folder: string, options: OptionValues): number {
  const verdict = verify(folder, {
    blocks: givenNumber(options, 'blocks'),
    seed: givenNumber(options, 'seed'),
    data: dataFrom(options),
  })
  if (flagOption(options, 'json')) printJson(verdict)
  else print(verdictText(verdict))
  return verdict.problems.length + verdict.fileProblems.length === 0 ? exitCode.done : exitCode.tooManyFailed
}

function verdictText({ problems, sound, blocks, computedAgain, files, fileProblems }: Verification): string {
  const lines = [
    ...problems.map(({ problem }) => problem),
    ...fileProblems,
    `${sound} of ${blocks} blocks are as they were written; ${computedAgain} computed again, ` +
      `${problems.length === 0 ? 'all the same to the bit' : 'see above'}.`,
    filesText(files, fileProblems.length),
  ]
  return `${lines.join('\n')}\n`
}

function filesText(files: number | undefined, wrong: number): string {
  if (files === undefined) return 'Report and tables are not compared: no manifest holds their hashes.'
  if (wrong > 0) return `Of the report and the tables, ${wrong} are not as they were written, see above.`
  return `The report and its tables, ${files} files, are as they were written.`
}
