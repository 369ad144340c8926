/** What an engine has of a run, in words: what waits, runs, is held, failed or is missing, and the command that helps. */
import { blocksText } from '../../studies/engines/blocks.ts'
import { mostAttempts, type Decision } from '../../studies/engines/bookkeeping.ts'
import type { Look } from '../../studies/engines/drive.ts'
import type { Elsewhere } from '../../studies/engines/elsewhere.ts'

/** Commands that go on, as they can be pasted. */
export interface EngineCommands {
  readonly resume: string
  readonly gather: string
}

const mostListed = 200
const mostReasons = 3

/** Lines of text, each with its end. @param decision what is to be done next */
export function engineText(engine: string, look: Look, decision: Decision, commands: EngineCommands): string {
  const { view, due, ledger, situation } = look
  const lost = new Set(situation.missing.filter((block) => !view.blocks.has(block)))
  const tried = [...ledger.unfinished].filter(([block, times]) => times > 0 && lost.has(block))
  const lines = [
    `${engine}: ${view.running} running, ${view.waiting} waiting, ${view.held} of these held; ` +
      `${count(due.missing.length)} missing, ${missingOfEngine(look)} of these with ${engine}`,
    ...(due.missing.length === 0 ? [] : [`Missing: ${shortened(blocksText(due.missing))}`]),
    ...hostLines(look),
    ...tried.slice(0, mostReasons).map(([block, times]) => triedLine(block, times, ledger.lost.get(block))),
    ...situation.refusals.slice(0, mostReasons).map((why) => `Refused: ${why}`),
    ...view.notes,
    nextLine(decision, commands, view.goesOn === true),
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

function count(blocks: number): string {
  return blocks === 1 ? '1 block' : `${blocks} blocks`
}

function missingOfEngine({ due, view }: Look): number {
  return due.missing.filter((block) => view.blocks.has(block)).length
}

/** How many blocks each machine has computed. */
function hostLines({ ledger }: Look): readonly string[] {
  const counts = new Map<string, number>()
  for (const workers of ledger.done.values()) {
    for (const host of new Set(workers.map((by) => by.host))) counts.set(host, (counts.get(host) ?? 0) + 1)
  }
  const sorted = [...counts].toSorted(([, one], [, other]) => other - one)
  if (sorted.length === 0) return []
  const named = sorted.slice(0, 5).map(([host, blocks]) => `${host} ${blocks}`)
  const more = sorted.length > named.length ? `, and ${sorted.length - named.length} machines more` : ''
  return [`Blocks by machine: ${named.join(', ')}${more}`]
}

function triedLine(block: number, times: number, why: string | undefined): string {
  const reason = why === undefined ? '' : `, the last time: ${why}`
  return `Block ${block} was begun ${times} ${times === 1 ? 'time' : 'times'} and not done${reason} (given up after ${mostAttempts})`
}

function nextLine(decision: Decision, { resume, gather }: EngineCommands, goesOn: boolean): string {
  if (decision.kind === 'complete') {
    const all = 'All blocks that are wanted are there'
    return goesOn
      ? `${all}; the result is written, or the next ones are handed out, by itself.`
      : `${all}. To write the result, or go on: ${gather}`
  }
  if (decision.kind === 'hand out') {
    const many = `${count(decision.blocks.length)} with nobody`
    return goesOn
      ? `${many}; handed out again by itself when the rest has ended. At once: ${resume}`
      : `${many}. To hand out: ${resume}`
  }
  if (decision.kind === 'give up') return `Given up: ${decision.why}. To hand them out once more: ${resume}`
  return ''
}

/** That somebody else may be computing blocks which are computed here. @param ask the command that says more */
export function elsewhereText({ engine, round, blocks, missing, workers }: Elsewhere, ask: string): string {
  const begun = workers === 0 ? '' : `, and ${workers} ${workers === 1 ? 'worker has' : 'workers have'} not said an end`
  return (
    `Round ${round} is with ${engine} as far as this folder knows: ${missing} of its ${count(blocks)} ${missing === 1 ? 'is' : 'are'} not there` +
    `${begun} (${ask} asks it); what is missing is computed here too, which costs time alone: a block that both compute is compared to the bit.`
  )
}

function shortened(text: string): string {
  return text.length <= mostListed ? text : `${text.slice(0, mostListed)}...`
}
