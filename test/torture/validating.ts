/** Mutants of shipped files through `validate`: each is right, or is refused with file, line and column, after work that has an end. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureLines, exitCode, exitCodeOf } from '../../cli/console/failure.ts'
import { scenarioError } from '../../scenarios/file/problem.ts'
import type { Verdict } from '../../studies/plan/validate.ts'
import { callsOf } from './calls.ts'
import { mutantOf, shippedFiles } from './mutants.ts'
import { faultsOf, type Torture } from './torture.ts'

/** A file of the library takes some hundred thousand calls; the largest sweep of the examples three million. */
const mostCalls = 100_000_000
/** Milliseconds of the processor after which calls are counted: where it takes less, there cannot be so many. */
const unsuspicious = 1500

type Validate = (files: readonly string[]) => readonly Verdict[]

/** What is wrong with a verdict itself. */
export function wrongVerdict({ ok, problems }: Verdict): readonly string[] {
  if (ok) return problems.length === 0 ? [] : ['right, and has problems']
  const error = scenarioError(problems)
  const code = exitCodeOf(error)
  return [
    ...(problems.length === 0 ? ['refused without a word'] : []),
    ...problems.flatMap(({ line, column, message }) =>
      line !== undefined && line > 0 && column !== undefined && column > 0
        ? []
        : [`has no place: ${message.slice(0, 300)}`],
    ),
    ...(code === exitCode.badInput ? [] : [`exit code ${code}`]),
    ...faultsOf({ code, stderr: failureLines(error).join('\n') }),
    ...problems.flatMap(({ message }) =>
      /undefined|\[object |is not a function|Cannot read|is not iterable/.test(message)
        ? [`words of a fault: ${message.slice(0, 300)}`]
        : [],
    ),
  ]
}

/** Mutants are validated by the compiled program, in this process. */
export const mutants: Torture = {
  name: 'mutant',
  bounded: 500,
  open: async (folder) => {
    const compiled = new URL('../../dist/studies/plan/validate.js', import.meta.url)
    const { validate } = (await import(compiled.href)) as { readonly validate: Validate }
    const shipped = shippedFiles()
    const path = join(folder, 'mutant.yaml')
    return async (chance) => {
      const { name, text, done } = mutantOf(shipped, chance)
      writeFileSync(path, text)
      const what = `${name} with ${done.join(', ')}`
      const before = process.cpuUsage()
      try {
        const wrong = validate([path]).flatMap(wrongVerdict)
        const { user, system } = process.cpuUsage(before)
        if ((user + system) / 1000 < unsuspicious) return { what, wrong }
        const calls = await callsOf(() => void validate([path]))
        return { what, wrong: calls > mostCalls ? [...wrong, `takes ${calls} calls`] : wrong }
      } catch (error) {
        return { what, wrong: [`throws ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`] }
      }
    }
  },
}
