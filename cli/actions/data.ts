/** Copies the shipped data, or checks a data folder and prints what differs. */
import { checkData, type DataCheck } from '../../studies/ownData/check.ts'
import { copyData } from '../../studies/ownData/copy.ts'
import { oneOf } from '../../studies/plan/choice.ts'
import { shellWord } from '../../studies/plan/commandLine.ts'
import type { OptionValues } from '../console/command.ts'
import { exitCode } from '../console/failure.ts'
import { flagOption, pathNamed } from '../console/options.ts'
import { print, printJson } from '../console/print.ts'
import { speaker } from '../console/say.ts'

/** `data copy` and `data check`. @returns the exit code */
export function data(action: string, given: string, options: OptionValues): number {
  const folder = pathNamed('data')(given)
  if (oneOf('data', action, ['copy', 'check']) === 'copy') {
    const files = copyData(folder)
    if (flagOption(options, 'json')) printJson({ folder, files })
    else print(`${files.length} files written to ${folder}\n`)
    speaker(options)(`Change them, then: plantshift data check ${shellWord(folder)}`)
    return exitCode.done
  }
  const check = checkData(folder)
  if (flagOption(options, 'json')) printJson(check)
  else print(checkText(check))
  return exitCode.done
}

function checkText({ folder, sha256, makers, plants, products, lines, changed }: DataCheck): string {
  return `${[
    `${folder}: right. ${makers} makers, ${plants} plants, ${products} products, ${lines} lines`,
    ...(changed.length === 0 ? ['Every file is as shipped.'] : []),
    ...changed.map(({ file, added, removed }) => `  ${file}: ${rows(added)} new or changed, ${rows(removed)} gone`),
    `sha256 ${sha256}`,
  ].join('\n')}\n`
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`
}
