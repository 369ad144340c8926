/** Makers that may come in, as the model reads them: which lines, where and from when. Section 9 of docs/model.md. */
import type { Industry, Maker } from '../../engine/model/inputs/industry.ts'
import type { CompiledEntrants } from '../../engine/model/inputs/policy.ts'
import { markets, places } from '../../engine/model/inputs/sets.ts'
import { type ScenarioFile, type EntrantRule, defaultEntrant } from '../file/scenario.ts'
import { firstYear } from './dates.ts'

const mexico = markets.indexOf('MX')

/**
 * Whether a maker can be an entrant: it sells in Mexico, neither in the US nor in Canada, and builds each product at
 * one place, so that it can be told what each of its lines would earn.
 */
export function canEnter(industry: Industry, f: number): boolean {
  const lines = linesOf(industry, f)
  const sells = (m: number, j: number): boolean => industry.sales[m * industry.lines.length + j] > 0
  return (
    lines.length > 0 &&
    lines.every((j) => {
      const i = industry.lineProduct[j]
      const isAlone = industry.lineOff[i + 1] - industry.lineOff[i] === 1
      return isAlone && markets.every((_, m) => sells(m, j) === (m === mexico))
    })
  )
}

function linesOf(industry: Industry, f: number): readonly number[] {
  return industry.lines.flatMap((_, j) => (industry.productMaker[industry.lineProduct[j]] === f ? [j] : []))
}

/** What a maker may do: its own rule over the default, which is for makers with headquarters in China. */
function ruleOf(entrants: ScenarioFile['entrants'], maker: Maker): EntrantRule | undefined {
  const own = entrants?.[maker.id] ?? undefined
  const common = entrants?.[defaultEntrant] ?? undefined
  if (own !== undefined) return { ...common, ...own }
  return maker.headquarters === 'CN' ? common : undefined
}

/** [name] 1 where it is chosen. */
function flags(names: readonly string[], chosen: readonly string[] | null | undefined): readonly number[] {
  return names.map((name) => (chosen?.includes(name) === true ? 1 : 0))
}

/** Undefined when no maker of the industry may come in. */
export function compileEntrants(content: ScenarioFile, industry: Industry): CompiledEntrants | undefined {
  const entries = industry.makers.flatMap((maker, f) => {
    const rule = ruleOf(content.entrants, maker)
    return rule === undefined || !canEnter(industry, f) ? [] : linesOf(industry, f).map((line) => ({ line, rule }))
  })
  if (entries.length === 0) return undefined
  const simulated = (date: string | null | undefined): number =>
    typeof date === 'string' ? Math.max(1, firstYear(date) - industry.baseYear) : 1
  const offers = content.plants?.forSale ?? {}
  return {
    lines: Int32Array.from(entries, ({ line }) => line),
    mayEnter: Uint8Array.from(entries.flatMap(({ rule }) => flags(markets, rule.mayEnter))),
    mayBuild: Uint8Array.from(entries.flatMap(({ rule }) => flags(places, rule.mayBuild))),
    from: Int32Array.from(entries, ({ rule }) => simulated(rule.from)),
    costAdvantage: Float64Array.from(entries, ({ rule }) => rule.costAdvantage ?? NaN),
    forSale: Int32Array.from(industry.plants, ({ id }) => {
      const offer = offers[id]
      return offer === undefined || offer === null ? 0 : simulated(offer.from)
    }),
  }
}
