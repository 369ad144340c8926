/** Lesson 2: why a threat moves plants. */
import type { Answer } from './asked.ts'
import {
  amountText, type Ask, claim, exerciseReplicates, formsTable, type MadeParts, openLine, percentText, standing, table } from './words.ts'

const link = '#option=base&baseline=base&lever.threat-chance=0.3&replicates=100'
const chances = [0.05, 0.15, 0.3, 0.6]
const years = [2027, 2030, 2036]
const outputs = [
  ['Vehicles built in Mexico', 'output.MX'],
  ['Vehicles built in Canada', 'output.CA'],
  ['Vehicles built in the US', 'output.US'],
] as const

export function threatParts(ask: Ask): MadeParts {
  const main = ask(link)
  const { change } = main
  for (const [, id] of outputs.slice(0, 2)) claim(change(id).difference.high < 0, `${id} falls in nine of ten futures`)
  claim(change('output.US').difference.low > 0, 'the US builds more in nine of ten futures')
  claim(change('output.MX', 2027).relative > 0.5 * change('output.MX').relative, 'less than half of it comes at once')
  return {
    open: openLine(link, 'Open: a 30% chance each year of a tariff that never comes'),
    result: [
      table(
        ['', ...years.map(String)],
        [
          ...outputs.map(([title, id]) => [title, ...years.map((year) => percentText(change(id, year)))]),
          ['Lines that have left Mexico, number', ...years.map((year) => amountText(change('linesOut.MX', year), 1))],
        ],
      ),
      '',
      standing(main, years.join(', ')),
    ].join('\n'),
    answer: exercise(ask),
    forms: formsTable(ask, link, outputs.map(([title]) => `${title}, 2036`), (answer) => {
      const found = outputs.map(([, id]) => answer.change(id))
      claim(found[0].relative < 0 && found[1].relative < 0 && found[2].relative > 0, 'signs are the same in every form')
      return found.map((one) => percentText(one))
    }),
  }
}

/** The levers of the exercise, moved one by one. */
function exercise(ask: Ask): string {
  const at = (words: string) => ask(`#option=base&baseline=base&${words}`, { replicates: exerciseReplicates })
  const byChance = chances.map((chance) => at(`lever.threat-chance=${chance}`))
  const short = at('lever.threat-chance=0.3&lever.threat-back=0.9')
  const fading = at('lever.threat-chance=0.3&lever.threat-fades=4')
  const mean = byChance.map(({ change }) => change('output.MX').relative)
  const usual = mean[chances.indexOf(0.3)]
  claim(mean.every((one, n) => n === 0 || one < mean[n - 1]), 'the more it is believed, the more moves')
  claim(mean[0] < 0, 'even a small chance moves something')
  claim(mean[chances.indexOf(0.6)] / usual < 1.9, 'twice the chance is less than twice the effect')
  claim(short.change('output.MX').relative > usual / 2, 'a tariff that soon ends moves less than half as much')
  claim(fading.change('output.MX').relative > usual, 'a threat that wears off moves less')
  return [
    table(
      ['what makers believe', 'Vehicles built in Mexico, 2036'],
      [
        ...byChance.map((one, n) => mexicanOutput(`comes with ${100 * chances[n]}% a year, ends with 15%`, one)),
        mexicanOutput('comes with 30% a year, ends with 90%', short),
        mexicanOutput('30% at first, half as much after four quiet years', fading),
      ],
    ),
    '',
    standing(byChance[0], '2036'),
  ].join('\n')
}

function mexicanOutput(title: string, { change }: Answer): readonly string[] {
  return [title, percentText(change('output.MX'))]
}
