/**
 * Hand-made policies for tests of the model, written without the scenario compiler: regimes as lists of programmes,
 * chains as matrices.
 */
import type { Industry } from '../../engine/model/inputs/industry.ts'
import { agreedWage } from '../../engine/model/content/labourWage.ts'
import {
  type ClosureForm,
  type CompiledPolicy,
  type CompiledScenario,
  type DemandKind,
  floorKindCount,
} from '../../engine/model/inputs/policy.ts'
import { placeCount, originCount, marketCount } from '../../engine/model/inputs/sets.ts'

const noFloors: readonly number[] = Array.from({ length: floorKindCount }, () => 0)

export interface SmallProgramme {
  readonly name: string
  readonly duty: number
  readonly dutyOnNonUsContent?: number
  readonly sparedOrigins?: number
  readonly metalsFloor?: number
  readonly coreFloor?: number
  readonly labourWage?: number
  /** Vehicles a year; all programmes of a policy that have one share it. */
  readonly quota?: number
  readonly preferential?: boolean
  /** [us, labour, regional, nonChinese] */
  readonly floors?: readonly [number, number, number, number]
  readonly labourCredits?: number
  readonly rollUp?: number
  readonly admits: (market: number, line: number, place: number) => boolean
}

export interface SmallRegime {
  readonly name: string
  readonly programmes: readonly SmallProgramme[]
  /** Duty that [place, origin] charges on parts. */
  readonly partsDuty?: (place: number, origin: number) => number
  /** Duty beside it on parts that claim no preference. */
  readonly unclaimedPartsDuty?: (place: number, origin: number) => number
  /** Duty on metals that [place, origin] pay, and the part of shipments withheld. */
  readonly metalsDuty?: (place: number, origin: number) => number
  readonly metalsLimit?: (place: number, origin: number) => number
  /** [US, CA, MX] changes of wages and of currencies against the base year. */
  readonly wages?: readonly [number, number, number]
  readonly currencies?: readonly [number, number, number]
  /** [US, CA, MX] average US duty on other goods. */
  readonly otherGoods?: readonly [number, number, number]
  /** Credit for assembly at a place, a share of the price. */
  readonly assemblyCredit?: (place: number) => number
}

/** Free trade agreement with 75% regional content, else 2.5% at the US border; free at home and elsewhere. */
export function agreement(duty = 0, mfn = 0.025): SmallProgramme[] {
  return [
    { name: 'home', duty: 0, admits: (market, _line, place) => place === market },
    {
      name: 'agreement',
      duty,
      preferential: true,
      floors: [0, 0.4, 0.75, 0],
      labourCredits: 0.15,
      admits: (market, _line, place) => place < 3 && place !== market,
    },
    { name: 'mfn', duty: mfn, admits: (market, _line, place) => place !== market },
  ]
}

export const baseRegime: SmallRegime = { name: 'base', programmes: agreement() }

function hit(market: number, place: number): boolean {
  return market === 0 && (place === 1 || place === 2)
}

/** A duty on everything that US buyers import from Mexico and Canada. */
export function tariffRegime(rate: number): SmallRegime {
  return {
    name: `tariff ${rate}`,
    programmes: [
      ...agreement().map((programme) => ({
        ...programme,
        admits: (market: number, line: number, place: number): boolean =>
          programme.admits(market, line, place) && !hit(market, place),
      })),
      ...agreement(rate, rate + 0.025)
        .slice(1)
        .map((programme) => ({
          ...programme,
          name: `${programme.name} with tariff`,
          admits: (market: number, line: number, place: number): boolean =>
            programme.admits(market, line, place) && hit(market, place),
        })),
    ],
  }
}

/** Certain: base in the base year, `regime` from the first year on. */
export function fromFirstYear(regimes: number, years: number, regime: number): RegimeMatrices {
  const jump = matrix(regimes, () => regime)
  return { yearly: repeat(jump, years), settled: jump }
}

/** The same transition matrix every year. */
export function chain(regimes: number, years: number, cells: readonly number[]): RegimeMatrices {
  if (cells.length !== regimes * regimes) throw new RangeError('a chain needs a square matrix')
  const matrix = Float64Array.from(cells)
  return { yearly: repeat(matrix, years), settled: matrix }
}

interface RegimeMatrices {
  readonly yearly: Float64Array
  readonly settled: Float64Array
}

function matrix(regimes: number, to: (from: number) => number): Float64Array {
  const cells = new Float64Array(regimes * regimes)
  for (let r = 0; r < regimes; r++) cells[r * regimes + to(r)] = 1
  return cells
}

function repeat(cells: Float64Array, years: number): Float64Array {
  const all = new Float64Array(cells.length * years)
  for (let t = 0; t < years; t++) all.set(cells, t * cells.length)
  return all
}

export function smallScenario(
  name: string,
  industry: Industry,
  regimes: readonly SmallRegime[],
  options: {
    readonly truth: RegimeMatrices
    readonly belief?: RegimeMatrices
    readonly years: number
    readonly demand?: DemandKind
    readonly closure?: ClosureForm
    readonly retaliation?: CompiledScenario['retaliation']
  },
): CompiledScenario {
  return {
    name,
    title: name,
    years: options.years,
    demand: options.demand ?? 'nestedLogit',
    closure: options.closure ?? 'off',
    incomeGroups: options.demand === 'incomeGroups' ? 3 : 0,
    closeAfter: 3,
    retaliation: options.retaliation ?? [],
    policy: {
      ...compileRegimes(industry, regimes),
      truth: options.truth,
      belief: options.belief ?? options.truth,
    },
  }
}

function compileRegimes(industry: Industry, regimes: readonly SmallRegime[]): Omit<CompiledPolicy, 'truth' | 'belief'> {
  const lines = industry.lines.length
  const all = regimes.flatMap((regime) => regime.programmes)
  const programmeOff = [0]
  const programmeIds: number[] = []
  const partsDuty = new Float64Array(regimes.length * placeCount * originCount)
  let first = 0
  regimes.forEach((regime, r) => {
    for (let m = 0; m < marketCount; m++) {
      for (let j = 0; j < lines; j++) {
        for (let o = 0; o < placeCount; o++) {
          regime.programmes.forEach((programme, n) => {
            if (programme.admits(m, j, o)) programmeIds.push(first + n)
          })
          programmeOff.push(programmeIds.length)
        }
      }
    }
    for (let o = 0; o < placeCount; o++) {
      for (let k = 0; k < originCount; k++) {
        partsDuty[(r * placeCount + o) * originCount + k] = regime.partsDuty?.(o, k) ?? 0
      }
    }
    first += regime.programmes.length
  })
  const cells = marketCount * lines * placeCount
  const perPlace = (
    rates: (regime: SmallRegime) => ((place: number, origin: number) => number) | undefined,
  ): Float64Array =>
    Float64Array.from(
      regimes.flatMap((regime) =>
        Array.from(
          { length: placeCount * originCount },
          (_, n) => rates(regime)?.(Math.floor(n / originCount), n % originCount) ?? 0,
        ),
      ),
    )
  return {
    regimes: regimes.map((regime) => regime.name),
    programmes: {
      names: all.map((programme) => programme.name),
      preferential: Uint8Array.from(all, (programme) => (programme.preferential === true ? 1 : 0)),
      duty: Float64Array.from(all, (programme) => programme.duty),
      dutyOnNonUsContent: Float64Array.from(all, (programme) => programme.dutyOnNonUsContent ?? 0),
      quota: Int16Array.from(all, (programme) => (programme.quota === undefined ? -1 : 0)),
      sparedOrigins: Uint8Array.from(all, (programme) => programme.sparedOrigins ?? 1),
      floors: Float64Array.from(all.flatMap((programme) => programme.floors ?? noFloors)),
      metalsFloor: Float64Array.from(all, (programme) => programme.metalsFloor ?? 0),
      coreFloor: Float64Array.from(all, (programme) => programme.coreFloor ?? 0),
      labourWage: Float64Array.from(all, (programme) => programme.labourWage ?? agreedWage),
      labourCredits: Float64Array.from(all, (programme) => programme.labourCredits ?? 0),
      chineseOwnedAreChinese: new Uint8Array(all.length),
      rollUp: Float64Array.from(all, (programme) => programme.rollUp ?? 1),
    },
    partsDuty,
    wageChange: Float64Array.from(regimes.flatMap(({ wages }) => wages ?? [0, 0, 0])),
    currencyChange: Float64Array.from(regimes.flatMap(({ currencies }) => currencies ?? [0, 0, 0])),
    otherGoodsDuty: Float64Array.from(regimes.flatMap(({ otherGoods }) => otherGoods ?? [0, 0, 0])),
    hasEconomy: regimes.some(({ wages, currencies }) => wages !== undefined || currencies !== undefined),
    unclaimedPartsDuty: perPlace((regime) => regime.unclaimedPartsDuty),
    chineseSuppliers: new Float64Array(regimes.length).fill(1),
    quotas: all.some(({ quota }) => quota !== undefined) ? ['quota'] : [],
    quotaVolume: Float64Array.from(
      regimes.flatMap(({ programmes }) => Math.min(Infinity, ...programmes.map(({ quota }) => quota ?? Infinity))),
    ),
    metalsDuty: perPlace(({ metalsDuty }) => metalsDuty),
    metalsLimit: perPlace(({ metalsLimit }) => metalsLimit),
    hasMetals: regimes.some(
      ({ metalsDuty, metalsLimit, programmes }) =>
        (metalsDuty ?? metalsLimit) !== undefined || programmes.some(({ metalsFloor }) => metalsFloor !== undefined),
    ),
    assemblyCredit: Float64Array.from(
      regimes.flatMap((regime) => Array.from({ length: placeCount }, (_, o) => regime.assemblyCredit?.(o) ?? 0)),
    ),
    programmeOff: Int32Array.from(programmeOff),
    programmeIds: Int32Array.from(programmeIds),
    sameAs: Int32Array.from({ length: regimes.length * cells }, (_, cell) => Math.floor(cell / cells)),
  }
}
