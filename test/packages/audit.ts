/**
 * `npm run audit`: whether a package that is installed with ours has a known vulnerability, where a registry answers. It ends
 * with 1 where one is high or critical; where nobody answers, it says loudly that nothing is known and ends with 0, since a
 * network that is not there is no fault of the project.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { auditOutcome, auditText } from './auditOutcome.ts'

// Said here, whatever the machine's settings: offline, npm prints a report without any vulnerability and has asked nobody.
const words = ['audit', '--omit=dev', '--json', '--no-offline', '--fetch-retries=1', '--fetch-timeout=60000']
const { stdout } = spawnSync('npm', words, { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' })
const outcome = auditOutcome(stdout)
console.log(auditText(outcome))
process.exitCode = outcome.kind === 'answered' && outcome.isSerious ? 1 : 0
