/**
 * The rules by which figures that no file has were filled in: what each does, why, and how much volume rests on it.
 * scenarios/data/README.md documents the same rules for readers of the data.
 */
import { destination } from '../../engine/model/inputs/sets.ts'
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { fordBooksWithUs } from './judgement.ts'

export interface ImputationRule {
  readonly id: string
  readonly text: string
  readonly reason: string
  /** Vehicles a year that the rule touches, of all sales and exports. */
  readonly volume: number
}

type RuleText = Omit<ImputationRule, 'volume'>

/** Rules with the lines they touch; `sold` and `exports` say which of a line's volume counts. */
interface ScopedRule extends RuleText {
  readonly scope: (industry: Industry, j: number) => number
}

function sold(industry: Industry, m: number, j: number): number {
  return industry.sales[m * industry.lines.length + j]
}

function allOf(industry: Industry, j: number): number {
  return (
    sold(industry, destination.US, j) +
    sold(industry, destination.CA, j) +
    sold(industry, destination.MX, j) +
    industry.exports[j]
  )
}

function when(condition: boolean, volume: number): number {
  return condition ? volume : 0
}

/** Built in a plant that another maker owns. */
function isGuest(industry: Industry, j: number): boolean {
  const plant = industry.linePlant[j]
  return plant >= 0 && industry.plants[plant].maker !== industry.productMaker[industry.lineProduct[j]]
}

function isMexican(industry: Industry, j: number): boolean {
  return industry.lines[j].country === 'MX'
}

function isFord(industry: Industry, j: number): boolean {
  return industry.makers[industry.productMaker[industry.lineProduct[j]]].name === fordBooksWithUs
}

function isChinese(industry: Industry, j: number): boolean {
  const product = industry.lineProduct[j]
  return industry.products[product].composite && industry.makers[industry.productMaker[product]].headquarters === 'CN'
}

const rules: readonly ScopedRule[] = [
  {
    id: 'lines',
    text:
      'A line is a nameplate at a plant of the US supply mix; sources abroad are joined to JP, KR, EU, UK, CN, ' +
      'OTHER.',
    reason: 'The mix by plant is known only for the US; the other markets are served in the same proportions.',
    scope: (industry, j) => when(!industry.products[industry.lineProduct[j]].composite, allOf(industry, j)),
  },
  {
    id: 'makers',
    text:
      'Makers are the manufacturers of the nameplates and the Chinese brands in Mexico; a plant belongs to the ' +
      'maker that its owner text names first, and in a joint plant lines keep their own maker.',
    reason: 'Joint plants have two owners, the model has one.',
    scope: (industry, j) => when(isGuest(industry, j), allOf(industry, j)),
  },
  {
    id: 'nest',
    text: 'Nameplates whose power train is exactly BEV form a nest; those that mix battery cars with others do not.',
    reason: 'Sales are not split by power train within a nameplate.',
    scope: (industry, j) => when(industry.products[industry.lineProduct[j]].electric, allOf(industry, j)),
  },
  {
    id: 'composite',
    text:
      'One stand-in product for each plant with output but no listed nameplate, each Chinese brand in Mexico, ' +
      'and what General Motors, Ford and Stellantis bring to Mexico from China.',
    reason: 'The nameplate table covers the US market only.',
    scope: (industry, j) => when(industry.products[industry.lineProduct[j]].composite, allOf(industry, j)),
  },
  {
    id: 'us-sales',
    text:
      "Sourced US sales stand; approximate ones are scaled to their maker's total where it is known, the others " +
      'to what the national total leaves.',
    reason: 'Totals of makers and of the nation are better known than nameplates.',
    scope: (industry, j) => when(industry.lines[j].salesConfidence !== 'sourced', sold(industry, destination.US, j)),
  },
  {
    id: 'mexican-lines',
    text:
      'Output of lines built in Mexico, what they ship to Canada and out of the region, and what Mexico buys of them, are ' +
      "INEGI's by model; names that cannot be told apart are joined to a nameplate of the same plant.",
    reason: 'INEGI counts them by its own names, some of which are two nameplates or two plants of ours.',
    scope: (industry, j) => when(isMexican(industry, j), allOf(industry, j) - sold(industry, destination.US, j)),
  },
  {
    id: 'mexico-to-us',
    text:
      'A nameplate built in Mexico and elsewhere sells in the US what Mexico ships there, one built only in Mexico its US ' +
      'sales; then what a plant built and no other destination took counts as sold in the US, and other lines of the ' +
      "nameplate, else other nameplates of the maker, make room, so that makers' totals hold.",
    reason: 'Cars on their way and in yards were built for the US, and meet its duties; the model has no stocks.',
    scope: (industry, j) => when(isMexican(industry, j), sold(industry, destination.US, j)),
  },
  {
    id: 'ford-canada',
    text: "Of Ford's shipments to the US the part goes to Canada that is Canada's in the other makers' shipments to both.",
    reason: 'Ford books no exports from Mexico to Canada, where it sells the same cars.',
    scope: (industry, j) => when(isMexican(industry, j) && isFord(industry, j), sold(industry, destination.CA, j)),
  },
  {
    id: 'canada-by-origin',
    text:
      'Lines built in Mexico sell what they ship there; US sales of the others are raked to Canadian totals by origin and ' +
      'of battery-electric cars; what Canadian plants do not ' +
      "ship to the US is sold at home, by plants' output beyond those shipments.",
    reason: 'No figures by nameplate; tastes are near those of the US, origins are known.',
    scope: (industry, j) => when(!isMexican(industry, j), sold(industry, destination.CA, j)),
  },
  {
    id: 'mexico-by-origin',
    text:
      'Mexican-built cars by model; the others by nine months of each country of assembly taken to a year, ' +
      'Chinese brands by their own figures, General Motors half of what else comes from China, the rest by overseas ' +
      'US nameplates.',
    reason: 'No figures by nameplate; origins and Chinese brands are known.',
    scope: (industry, j) => when(!isMexican(industry, j), sold(industry, destination.MX, j)),
  },
  {
    id: 'row-residual',
    text:
      'Output of plants less their sales in the three markets is exported, never less than nothing, and each ' +
      "country's exports are scaled so that its national output is met. Mexican lines export what INEGI counts.",
    reason: 'Exports by plant are not published outside Mexico; output and sales are.',
    scope: (industry, j) => when(!isMexican(industry, j), industry.exports[j]),
  },
  {
    id: 'price',
    text:
      'List prices scaled by one factor to the mean US transaction price of 2024; the same in all markets; cars ' +
      'from China in Mexico 30% below the mean of their nest there.',
    reason: 'Transaction prices by nameplate are not public.',
    scope: allOf,
  },
  {
    id: 'part-shares',
    text:
      "The content label's joint US and Canadian figure is split 92 to 8 (75 to 25 in Canada); Mexico and " +
      'China, where not listed, get a share below the 15% from which they would be; 4% of Mexican parts are ' +
      'Chinese-owned.',
    reason: 'The label joins the US and Canada and lists two other countries at most.',
    scope: (industry, j) => when(industry.lines[j].contentConfidence === 'sourced', allOf(industry, j)),
  },
  {
    id: 'content-missing',
    text:
      'Content of lines without a label, or under one that mixes assembly sites: mean of the same plant, else of ' +
      "the maker in the country, else of the country; Chinese brands' cars 95% (kits 80%) Chinese.",
    reason: 'Vehicles over 8,500 lb are not labelled, nor is what the US does not buy.',
    scope: (industry, j) => when(industry.lines[j].contentConfidence !== 'sourced', allOf(industry, j)),
  },
  {
    id: 'us-content',
    text:
      'Customs counts one share of the value of Mexican parts in Mexican-built cars as US content, so that ' +
      'US-bound ones have 40% US content of vehicle value; where parts are made stays as labelled.',
    reason: 'Duty paid in May 2025 was about 15% under 25% on non-US content; the label shows little over 20%.',
    scope: (industry, j) => when(industry.lines[j].country === 'MX' && !isChinese(industry, j), allOf(industry, j)),
  },
  {
    id: 'parts-elsewhere',
    text:
      "At a place where a line is not built its parts are the mean of the maker's lines there (else of makers " +
      "from the same region, else of all), moved by half of the line's own log deviation at home.",
    reason: 'A car takes on the suppliers of the place it is built in.',
    scope: allOf,
  },
  {
    id: 'place-prior',
    text:
      "Half the maker's volume by place, half that of makers from the same region with the same body; at least " +
      '2% for each allowed place and 5% for the observed one. Chinese brands in Mexico stay where they are.',
    reason: 'What a maker does elsewhere says where it could be.',
    scope: allOf,
  },
  {
    id: 'errors',
    text:
      'Standard deviation in logs: sales 0 sourced, 0.03 derived, 0.10 approximate, 0.15 in Canada and Mexico; ' +
      'content 0.05 labelled, 0.25 imputed; capacity 0 sourced, 0.10 approximate.',
    reason: 'Thin data should widen the intervals instead of hiding in them.',
    scope: (industry, j) => {
      const isSourced = industry.lines[j].salesConfidence === 'sourced'
      return allOf(industry, j) - when(isSourced, sold(industry, destination.US, j))
    },
  },
  {
    id: 'freight',
    text:
      'Five routes have a figure; routes back cost the same, at home the US domestic haul, between Canada and ' +
      'Mexico both legs less one such haul, over an ocean as Japan to the US, from China and elsewhere as China to ' +
      'Mexico.',
    reason: 'No table of freight by route is public.',
    scope: allOf,
  },
  {
    id: 'labour',
    text:
      "EU labour cost is the mean of Germany, Italy and France, that of other countries Mexico's; overhead of " +
      'assembly is 15% of mean cost less US labour.',
    reason: 'Published for these countries only.',
    scope: (industry, j) => when(['EU', 'OTHER'].includes(industry.lines[j].country), allOf(industry, j)),
  },
  {
    id: 'jobs',
    text: 'Assembly employment over national output; parts employment as listed, in Mexico with bodies and trailers.',
    reason: 'Employment by plant is not published for all.',
    scope: (industry, j) => when(industry.linePlant[j] >= 0, allOf(industry, j)),
  },
  {
    id: 'pay',
    text:
      'Hourly earnings times paid hours of a year (2,080; 2,340 in Mexico); Canadian assemblers at nine tenths of ' +
      'their top rate of 2026.',
    reason:
      'Hourly figures are published, yearly ones are not; it values displaced work, and says what a wage rule counts.',
    scope: (industry, j) => when(industry.linePlant[j] >= 0, allOf(industry, j)),
  },
]

/** The rules, each with the volume it touches. */
export function rulesWithVolumes(industry: Industry): readonly ImputationRule[] {
  return rules.map(({ id, text, reason, scope }) => ({
    id,
    text,
    reason,
    volume: industry.lines.reduce((sum, _, j) => sum + scope(industry, j), 0),
  }))
}
