/** Lesson 3: why Canada falls first. */
import type { Answer } from './asked.ts'
import { type Ask, claim, exerciseReplicates, formsTable, type MadeParts, openLine, percentText, shareText, standing, table } from './words.ts'

const link = '#option=usmca-2025-tariffs&baseline=base&replicates=100'
const years = [2025, 2026, 2027, 2030, 2036]
const countries = [
  ['Canada', 'CA'],
  ['Mexico', 'MX'],
] as const

export function canadaParts(ask: Ask): MadeParts {
  const main = ask(link)
  const { change } = main
  for (const year of years) claim(deeper(main, year) > 0.95, `Canada falls further in nearly every future, ${year}`)
  claim(-change('output.MX').difference.mean > -change('output.CA').difference.mean, 'Mexico loses more vehicles')
  return {
    open: openLine(link, 'Open: 25% on everything from Mexico and Canada, for good'),
    result: [
      table(
        ['Vehicles built', ...years.map(String)],
        [
          ...countries.map(([title, id]) => [title, ...years.map((year) => percentText(change(`output.${id}`, year), 0))]),
          ['Canada falls further, share of futures', ...years.map((year) => shareText(deeper(main, year)))],
        ],
      ),
      '',
      standing(main, years.join(', ')),
    ].join('\n'),
    parts: takenApart(main),
    answer: exercise(ask),
    forms: formsTable(ask, link, ['Canada, 2026', 'Mexico, 2026', 'Canada further, 2026', 'Canada further, 2036'], (one) => {
      claim(deeper(one, 2026) > 0.95 && deeper(one, 2036) > 0.9, 'Canada falls further in every form')
      return [
        ...countries.map(([, id]) => percentText(one.change(`output.${id}`, 2026), 0)),
        ...[2026, 2036].map((year) => shareText(deeper(one, year))),
      ]
    }),
  }
}

/** Share of good replicates in which Canada keeps a smaller part of its output than Mexico. */
function deeper({ column }: Answer, year: number): number {
  const kept = ([, id]: readonly [string, string]): readonly number[] => {
    const before = column(0, `output.${id}`, year)
    return Array.from(column(1, `output.${id}`, year), (after, d) => after / before[d])
  }
  const [canada, mexico] = countries.map(kept)
  const good = canada.flatMap((one, d) => (Number.isFinite(one) && Number.isFinite(mexico[d]) ? [one < mexico[d]] : []))
  return good.filter(Boolean).length / good.length
}

/** What a country sells to the US under the baseline, as a share of what it builds, and how much of that goes. */
function ofSales({ change }: Answer, id: string, year: number): { readonly share: number; readonly lost: number } {
  const sales = change(`salesFrom.${id}`, year)
  return { share: sales.baselineMean / change(`output.${id}`, year).baselineMean, lost: -sales.relative }
}

/** The fall as share of sales to the US times the part of them that goes; and Canada with Mexico's share. */
function takenApart(main: Answer): string {
  const rows = [2025, 2036].flatMap((year) => {
    const [canada, mexico] = countries.map(([, id]) => ofSales(main, id, year))
    const [falls, fallsThere] = [canada.share * canada.lost, mexico.share * mexico.lost]
    const withItsShare = mexico.share * canada.lost
    claim(canada.share > mexico.share + 0.1, 'Canada sells more of what it builds to the US')
    claim(canada.lost > mexico.lost, 'sales to the US fall further too')
    if (year === 2036) claim((falls - withItsShare) / (falls - fallsThere) > 0.5, 'in the end exposure is most of it')
    if (year === 2025) claim((withItsShare - fallsThere) / (falls - fallsThere) > 0.3, 'at first it is not exposure alone')
    return [
      [`Canada, ${year}`, shareText(canada.share), shareText(canada.lost), shareText(falls)],
      [`Mexico, ${year}`, shareText(mexico.share), shareText(mexico.lost), shareText(fallsThere)],
      [`Canada with Mexico’s share, ${year}`, shareText(mexico.share), shareText(canada.lost), shareText(withItsShare)],
    ]
  })
  const header = ['', 'sold to the US, share of what is built', 'of which is lost', 'share of output lost by that']
  return [table(header, rows), '', 'Means of the same replicates.'].join('\n')
}

const changed = [
  ['25% on both', ''],
  ['Mexico pays nothing from 2027', '&lever.us-tariff-mexico=0'],
  ['the Canadian dollar a fifth cheaper from 2027', '&lever.canadian-dollar=-0.2'],
] as const

function exercise(ask: Ask): string {
  const found = changed.map(([, words]) => ask(`${link}${words}`, { replicates: exerciseReplicates }))
  const [both, alone, cheap] = found.map(({ change }) => change('output.CA').relative)
  claim(alone < both && alone > both - 0.1, 'without Mexico in the same boat Canada falls a little more')
  claim(cheap > both && cheap < both + 0.2, 'a cheaper dollar helps, and does not save it')
  return [
    table(
      ['levers', 'Canada, 2036', 'Mexico, 2036', 'Canada further, share of futures'],
      found.map((one, n) => [
        changed[n][0],
        ...countries.map(([, id]) => percentText(one.change(`output.${id}`), 0)),
        shareText(deeper(one, 2036)),
      ]),
    ),
    '',
    standing(found[0], 'vehicles built in 2036'),
  ].join('\n')
}
