/**
 * Damaged results through the commands that read them: each works with the same figures or refuses with what can be done, and
 * what was whole stays.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, ask } from './ask.ts'
import { type Chance, copyOf } from './chance.ts'
import { type Damage, damageFolder, filesOf } from './damage.ts'
import { figuresOf, makeStudy, otherFiles, requests, writeInputs } from './study.ts'
import { faultsOf, type Torture, type Tried } from './torture.ts'

const commands = {
  status: ['status', 'damaged'],
  report: ['report', 'damaged'],
  export: ['export', 'damaged', '--to', 'export.csv', '--force'],
  verify: ['verify', 'damaged', '--blocks', '1'],
  resume: ['resume', 'damaged', '--workers', '1'],
} as const
type Command = keyof typeof commands

/** What is asked of the n-th case where it is not asked all: what takes long is asked seldom. */
const inTurn: readonly Command[] = [
  'report',
  'export',
  'status',
  'report',
  'verify',
  'report',
  'export',
  'status',
  'resume',
]

const usualCodes = [0, 65, 74]
/** Of a folder in which something is wrong. */
const verifyFinds = 1

/** What a refusal says can be done; a place in a file says it too. */
const remedy = /resume|again|another folder|put it back|move it away|--partial|--force/i

interface Right {
  readonly answers: Readonly<Record<Command, Answer>>
  readonly exported: Buffer
  readonly figures: ReadonlyMap<string, Buffer>
  readonly files: readonly string[]
}

function clean(folder: string): void {
  rmSync(join(folder, 'damaged'), { recursive: true, force: true })
  rmSync(join(folder, 'export.csv'), { force: true })
}

async function rightAnswers(folder: string, kind: keyof typeof requests): Promise<Right> {
  await makeStudy(folder, kind)
  const answers: Partial<Record<Command, Answer>> = {}
  let exported = Buffer.alloc(0)
  for (const command of Object.keys(commands) as Command[]) {
    clean(folder)
    cpSync(join(folder, kind), join(folder, 'damaged'), { recursive: true })
    answers[command] = await ask(folder, commands[command])
    if (command === 'export') exported = readFileSync(join(folder, 'export.csv'))
  }
  const whole = join(folder, kind)
  return { answers: answers as Right['answers'], exported, figures: figuresOf(whole), files: filesOf(whole) }
}

/** What is wrong with the answer of a command in a damaged folder. */
export function wrongAnswer(command: string, answer: Answer, right: Answer): readonly string[] {
  const { code, stdout, stderr } = answer
  const faults = faultsOf(answer)
  if (faults.length > 0) return faults
  if (command === 'verify' && code === verifyFinds) return []
  if (!usualCodes.includes(code)) return [`exit code ${code}: ${stderr.slice(0, 400)}`]
  if (code !== 0) return remedy.test(stderr) ? [] : [`refused without a remedy: ${stderr.slice(0, 400)}`]
  const same = command === 'status' || stdout === right.stdout
  return same ? [] : [`prints something else:\n${firstOther(stdout, right.stdout)}`]
}

function firstOther(one: string, other: string): string {
  const [lines, others] = [one.split('\n'), other.split('\n')]
  const at = lines.findIndex((line, n) => line !== others[n])
  return `${lines[at]}\ninstead of ${others[at]}`
}

async function asked(folder: string, command: Command, damage: Damage, right: Right): Promise<readonly string[]> {
  const path = join(folder, 'damaged')
  const isOurs = (file: string): boolean => !damage.files.includes(file)
  const answer = await ask(folder, commands[command])
  const wrong = [...wrongAnswer(command, answer, right.answers[command])]
  const lost = right.files.filter((file) => isOurs(file) && !existsSync(join(path, file)))
  if (lost.length > 0) wrong.push(`loses ${lost.join(', ')}, which was whole`)
  if (answer.code === 0 && command === 'export' && !readFileSync(join(folder, 'export.csv')).equals(right.exported)) {
    wrong.push('exports other rows')
  }
  const others = otherFiles(right.figures, figuresOf(path))
  const isWhole = command === 'resume' && answer.code === 0
  const changed = isWhole ? others : others.filter(isOurs)
  if (changed.length > 0) wrong.push(`leaves other figures in ${changed.join(', ')}`)
  return wrong.map((one) => `${command}: ${one}`)
}

/** Damages one of the studies and asks. */
export const damages: Torture = {
  name: 'damage',
  bounded: 200,
  open: async (folder, isWhole) => {
    writeInputs(folder)
    const right = { sweep: await rightAnswers(folder, 'sweep'), run: await rightAnswers(folder, 'run') }
    return async (chance: Chance, number: number): Promise<Tried> => {
      const kind = chance.share() < 0.9 ? 'sweep' : 'run'
      const usual = inTurn[number % inTurn.length]
      const wrong: string[] = []
      const again = copyOf(chance)
      let damage: Damage = { what: '', files: [] }
      for (const command of isWhole ? (Object.keys(commands) as Command[]) : [usual]) {
        clean(folder)
        cpSync(join(folder, kind), join(folder, 'damaged'), { recursive: true })
        damage = damageFolder(join(folder, 'damaged'), again())
        wrong.push(...(await asked(folder, command, damage, right[kind])))
      }
      return { what: `${damage.what} of a ${kind}`, wrong }
    }
  },
}
