/**
 * The lesson for analysts: its files and every command on its page are followed to the letter, in their order, in an empty folder in which
 * the package is as others get it, and its figures are what came of that.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { installPacked } from '../../packages/installPacked.ts'
import { given } from '../follow.ts'
import { claim, type MadeParts } from './words.ts'

type Row = Readonly<Record<string, string>>

/** @param page what it says now, whose commands are followed */
export function analystParts(page: string, folder: string): MadeParts {
  const [home, place] = ['analyst-packed', 'analyst'].map((name) => join(folder, name))
  mkdirSync(home)
  installPacked(home, place)
  const said = follow(page, place)
  const compared: readonly Row[] = parse(readFileSync(join(place, 'out/floor/compare.csv'), 'utf8'), { columns: true })
  const brief = readFileSync(join(place, 'out/floor/brief.html'), 'utf8')
  claim(brief.includes('How do 2 options compare'), 'the brief is there')
  const printed = said.get('compare') ?? ''
  return {
    printed: `\`\`\`text\n${printed.slice(0, printed.indexOf('\nKeep in mind')).trimEnd()}\n\`\`\``,
    memo: memo(compared),
  }
}

/** Runs what stands in blocks of `sh`; a block of `yaml` is written to the file that its first line names. @returns what each command printed */
function follow(page: string, place: string): ReadonlyMap<string, string> {
  const said = new Map<string, string>()
  for (const [, language, text] of page.matchAll(/^```(sh|yaml)\n([^]*?)^```/gm)) {
    if (language === 'yaml') {
      writeFileSync(join(place, /^# (\S+)\n/.exec(text)![1]), text)
      continue
    }
    for (const line of text.trim().split('\n')) {
      const command = /^npx plantshift (\w+)/.exec(line)?.[1] ?? line
      said.set(command, given(line, place))
    }
  }
  return said
}

const floor = 'floor-40'
const both = 'floor-40-and-20'

function memo(compared: readonly Row[]): string {
  const relative = (scenario: string, place: string): Row => {
    const found = compared.find(
      (row) =>
        row.scenario === scenario && row.outcome === 'output' && row.place === place &&
        row.year === '2036' && row.statistic === 'relativeChange',
    )
    if (found === undefined) throw new Error(`no output of ${place} under ${scenario}`)
    return found
  }
  const [alone, together] = [floor, both].map((name) => relative(name, 'MX'))
  claim(Number(alone.high) < 0, 'under the floor alone Mexico builds less in nine of ten runs')
  claim(Number(together.low) < 0 && Number(together.high) > 0, 'with the lower tariff it is not settled which way it goes')
  const [fewer, most, least] = [alone.value, alone.low, alone.high].map(share)
  return [
    `> Under a floor of 40% on US content Mexico would build ${fewer} fewer vehicles in 2036 than under the rules of late 2026; in nine of ten runs of the model ` +
      `it is ${least} to ${most} fewer. If its vehicles then paid 20% and not 25% on the rest, it is not settled whether it builds more or fewer: ` +
      `from ${share(together.low)} fewer to ${share(together.high)} more.`,
  ].join('\n')
}

function share(text: string): string {
  return `${Math.abs(100 * Number(text)).toFixed(1)}%`
}
