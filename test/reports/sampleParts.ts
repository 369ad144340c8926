/** What runs and studies add to a report beside its outcomes, with made-up figures from the functions that make real ones. */
import { rootKey } from '../../engine/math/streams.ts'
import { outcomeDefinitions, outcomeIndex } from '../../engine/model/accounts/outcomes.ts'
import { decisionStudy, type DecisionStudy } from '../../reports/data/decisions.ts'
import type { FactorRow, FrontPart, ReportParts, SweepCurve, SweepSurface } from '../../reports/data/parts.ts'
import type { ScenarioTarget, PrecisionReport } from '../../studies/plan/precisionQuestion.ts'
import type { Report } from '../../reports/data/report.ts'

/** Along a lever, an outcome with its top inside the levels. */
export function sampleCurve(): SweepCurve {
  const points = Array.from({ length: 12 }, (_, k) => {
    const mean = 40 * k - 3.2 * k * k
    return {
      level: 50 + 4 * k,
      mean,
      error: { low: mean - 4, high: mean + 4 },
      spread: { low: mean - 45, high: mean + 60 },
    }
  })
  return {
    lever: 'Regional content required',
    leverUnit: '% of value',
    others: '',
    outcome: 'US parts jobs in 2036, change against base',
    unit: 'thousand jobs',
    points,
    words: [
      'Mean US parts jobs in 2036 peaks at content 75, 95% interval 71 to 80 from 40 replicates.',
      'Of the levels run, all are near.',
    ],
    peak: { kind: 'peak', level: 75, interval: { low: 71, high: 80 } },
  }
}

function around(mean: number, half: number): { readonly low: number; readonly high: number } {
  return { low: mean - half, high: mean + half }
}

/** Three points and the baseline by two outcomes: one is on the front for certain, one dominated, two are open. */
export function sampleFront(): FrontPart {
  const standings = ['not settled', 'on the front', 'dominated', 'not settled'] as const
  return {
    laws: '',
    goals: [
      { outcome: 'vehicles built, US, 2036', unit: 'vehicles', sought: 'most' },
      { outcome: 'price index, US, 2036', unit: 'base year = 100', sought: 'least' },
    ],
    words: ['Not settled whether on the front with this many replicates: 0 base and 3 duty 0.25.'],
    points: standings.map((standing, number) => ({
      number,
      title: number === 0 ? 'base' : `duty ${[0, 0.1, 0.2, 0.25][number]}`,
      figures: [
        { mean: 1e7 + 1e5 * number, error: around(1e7 + 1e5 * number, 4e4), spread: around(1e7, 9e5) },
        {
          mean: [100, 100.2, 101.5, 101][number],
          error: around([100, 100.2, 101.5, 101][number], 0.1),
          spread: around(100, 3),
        },
      ],
      standing,
      chance: [0.8, 1, 0.01, 0.6][number],
      isOnFront: number !== 2,
      inReplicates: 0.5,
      worstRegret: 0.25 * number,
      keepsAll: { value: 0.5, low: 0.4, high: 0.6 },
    })),
    replicates: 40,
    reproduce: 'plantshift optimise out/grid --outcome output.US --outcome priceIndex.US',
  }
}

function surfaceLever(title: string, levels: readonly string[]): SweepSurface['levers'][number] {
  return { title, unit: 'fraction of value', levels }
}

/** Over two levers, or three: an outcome that grows with the first, and whose direction is open where the second is low. */
export function sampleSurface(levers: 2 | 3): SweepSurface {
  const all = [
    surfaceLever('Duty on vehicles', ['0', '0.1', '0.25']),
    surfaceLever('Regional content', ['0.625', '0.75', '0.8', '0.85']),
    surfaceLever('Labour content', ['0.3', '0.4']),
  ].slice(0, levers)
  const positions = all.reduce<readonly (readonly number[])[]>(
    (sofar, { levels }) => sofar.flatMap((at) => levels.map((_, k) => [...at, k])),
    [[]],
  )
  return {
    levers: all,
    outcome: 'vehicles built, US, 2036, less base',
    outcomeId: 'output.US',
    unit: 'vehicles',
    cells: positions.map((at) => {
      const mean = 1e6 * at[0] - 3e5 * at[1] + 1e5 * (at[2] ?? 0)
      const spread = at[1] === 0 ? { low: -2e6, high: 3e6 } : { low: mean - 1e4, high: mean + 1e4 }
      return { at, mean, error: { low: mean - 2000, high: mean + 2000 }, spread }
    }),
  }
}

function factorRow(title: string, index: number, isSeen: boolean): FactorRow {
  const interval = { low: index - 0.07, high: index + 0.07 }
  return { factor: title, title, index, interval, isSeen, words: 'the larger, the more vehicles' }
}

/** What studies of sensitivity, discovery and a sweep add. */
export function sampleParts(option: string): ReportParts {
  return {
    sensitivity: {
      method: "Sobol' total index",
      unit: 'share',
      meaning: 'the share of the variance that would be left if all other factors were known',
      scenario: option,
      against: 'base',
      outcome: 'Vehicles built, US (vehicles)',
      year: 2027,
      factors: [
        factorRow('Own-price elasticity of a product', 0.46, true),
        factorRow('Dispersion of parts costs', 0.21, true),
        factorRow('Slack of customs', 0.02, false),
      ],
      runs: 3000,
      reproduce: `plantshift sensitivity ${option} --outcome output.US@2027`,
    },
    discovery: {
      option,
      event: 'Assembly jobs, US (jobs), 2027, less base, is below 0',
      cases: 40,
      ofInterest: 12,
      leftOut: 1,
      boxes: [
        {
          sentence: `${option} fails in 81% of replicates (60% to 93%) where demand is above 5.1; this holds 64% (40% to 82%) of its failures.`,
          density: 0.81,
          coverage: 0.64,
          limits: [{ factor: 'ownElasticity', title: 'Own-price elasticity', unit: 'number', low: 5.1, high: NaN }],
        },
      ],
      reproduce: 'plantshift discover out/option --outcome assemblyJobs.US --below 0 --difference',
    },
    sweep: [sampleCurve()],
  }
}

/** Normal-looking figures of the scenarios, the k-th k hundred vehicles better in the mean; prices fall as vehicles rise. */
function sampleOptions(names: readonly string[]): Parameters<typeof decisionStudy>[0] {
  return names.map((name, k) => ({
    name,
    values: Float64Array.from(
      { length: 200 },
      (_, d) => 1e6 + 100 * k + 900 * Math.sin(7 * d + 3 * k) + 500 * Math.cos(d),
    ),
    status: new Uint8Array(200),
  }))
}

function wave(speed: number): Float64Array {
  return Float64Array.from({ length: 200 }, (_, d) => Math.sin(speed * d))
}

/** How options are chosen by two outcomes, with what two groups of parameters are worth. */
export function sampleDecisions(names: readonly string[]): readonly DecisionStudy[] {
  const groups = [
    { name: 'demand', columns: [wave(7)] },
    { name: 'wages', columns: [wave(5)] },
  ]
  return ['output.US', 'priceIndex.US'].flatMap((id) => {
    const outcome = outcomeDefinitions[outcomeIndex(id)]
    return decisionStudy(sampleOptions(names), 0, outcome, 2027, groups, rootKey('sample')) ?? []
  })
}

function targetOf(scenario: string, outcome: string, halfWidth: number): ScenarioTarget {
  return {
    target: { statistic: 'difference', outcome, scenario, year: 2027, halfWidth, confidence: 0.95 },
    statistic: 'difference',
    outcome: outcomeDefinitions[outcomeIndex(outcome)],
    place: { scenario: 1, outcome: 0, year: 0 },
    paired: true,
  }
}

/** A run that was to go on until two half widths were reached, and reached one of them. */
export function samplePrecision(scenario: string): PrecisionReport {
  const targets = [targetOf(scenario, 'output.US', 900), targetOf(scenario, 'output.MX', 100)]
  const rows = [8, 16, 24, 32, 40].map((replicates) => ({
    replicates,
    n: replicates,
    estimate: 5000 + 3000 / replicates,
    halfWidth: 4000 / Math.sqrt(replicates),
  }))
  const { n, estimate, halfWidth } = rows[rows.length - 1]
  const states = targets.map(({ target }) => ({
    n,
    estimate,
    halfWidth,
    target,
    reached: halfWidth <= target.halfWidth,
    needed: 40 * (halfWidth / target.halfWidth) ** 2,
  }))
  const state = { targets: states, binding: 1, verdict: 'at the maximum', next: 40, projected: 40 } as const
  return { replicates: 40, state, targets, convergence: [rows, rows] }
}

/** A report with everything that runs and studies compute. */
export function wholeReport(report: Report): Report {
  const names = report.scenarios.map(({ name }) => name)
  const [option] = names.slice(1)
  return {
    ...report,
    decisions: sampleDecisions(names),
    precision: [samplePrecision(option)],
    pairing: names
      .slice(1)
      .map((scenario, k) => ({ scenario, outcome: 'output.US', gain: { gain: 20 + k, standardError: 2, n: 40 } })),
    parts: sampleParts(option),
  }
}
