/** A report with made-up figures, from the functions that make real ones. */
import { comparePairs, probability } from '../../engine/analysis/paired.ts'
import { summarise } from '../../engine/analysis/summary.ts'
import { outcomeDefinitions } from '../../engine/model/accounts/outcomes.ts'
import { parameterRows } from '../../scenarios/parameters/parameterRows.ts'
import type { Report } from '../../reports/data/report.ts'

const replicates = 40
const years = [2024, 2025, 2026, 2027]
const plantNames = ['Silao', 'Oshawa, with a name that is far too long for a table', 'Fort Wayne']

function column(outcome: number, year: number, scenario: number): Float64Array {
  const size = 10 ** ((outcome % 7) + 1)
  return Float64Array.from(
    { length: replicates },
    (_, d) => size * (1 + 0.3 * Math.sin(7 * d + outcome)) * (1 - 0.05 * scenario * year * (d % 3)),
  )
}

/** Scenario `option` cuts every outcome in two replicates of three; nothing differs in the base year. */
export function sampleReport(): Report {
  const status = new Uint8Array(replicates)
  status[3] = 1
  const scratch = new Float64Array(2 * replicates)
  const rows = outcomeDefinitions.flatMap((outcome, c) => years.map((year, t) => ({ outcome, year, c, t })))
  return {
    name: 'option',
    scenarios: [
      { name: 'base', title: 'Rules as they are', question: '', note: '' },
      { name: 'option', title: 'Rules as they might be', question: 'What if the rules change?', note: '' },
    ],
    baseline: 0,
    seed: 7,
    replicatesAsked: replicates,
    reproduce: 'plantshift run option --replicates 40 --seed 7',
    caveats: ['A caveat that comes first.'],
    shownFirst: ['welfare.US'],
    evidence: [{ what: 'US sales by nameplate', sourced: 0.2, derived: 0.1, approximate: 0.7 }],
    parameters: parameterRows({ ownElasticity: 5 }),
    replicates,
    goodReplicates: replicates - 1,
    interrupted: false,
    sampling: 'independent draws',
    workers: 2,
    seconds: 1.5,
    years,
    summaries: ['base', 'option'].flatMap((scenario, s) =>
      rows.map(({ outcome, year, c, t }) => ({
        scenario,
        outcome,
        year,
        summary: summarise(column(c, t, s), status, scratch),
      })),
    ),
    comparisons: rows.map(({ outcome, year, c, t }) => ({
      scenario: 'option',
      baseline: 'base',
      outcome,
      year,
      paired: comparePairs(
        { values: column(c, t, 0), status },
        { values: column(c, t, 1), status },
        outcome.good,
        scratch,
      ),
    })),
    plants: ['base', 'option'].flatMap((scenario, s) => plantNames.map((plant, p) => plantRow(scenario, plant, s, p))),
    lines: [{ scenario: 'option', line: 'silverado-silao', from: 'MX', place: 'MX', n: 39, here: probability(20, 39) }],
    programmes: [
      {
        scenario: 'option',
        programme: 'US/mfn',
        dutyRate: 0.025,
        dutyRateOnNonUsContent: 0,
        n: 39,
        vehicles: 1000,
        value: 30,
        nonUsValue: 20,
        duty: 0.75,
      },
    ],
    failures: [{ scenario: 1, replicate: 3, status: 1, reason: 'prices did not converge' }],
  }
}

function plantRow(scenario: string, plant: string, s: number, p: number): Report['plants'][number] {
  const never = probability(0, 39)
  const sometimes = probability(s * (20 + p), 39)
  return {
    scenario,
    plant,
    maker: 'General Motors',
    city: plant,
    state: '',
    place: 'MX',
    latitude: 20.9,
    longitude: -101.4,
    n: 39,
    active: probability(39, 39),
    closed: never,
    idled: never,
    opened: never,
    gained: never,
    lost: sometimes,
    cut: sometimes,
    raised: never,
    baseYearOutput: 300_000,
    baselineOutput: 301_234,
    output: 301_234 - s * 98_765,
    difference: -s * 98_765,
    differenceStandardError: s * 4321,
  }
}
