/** Uncertain parameters: how far wages, prices of parts and exchange rates answer. Section 14 of docs/model.md. */
import { fraction, parameter, share, triangular } from './parameter.ts'
import type { GroupTable } from './parameterGroups.ts'

/** Below 2 the lag of a year makes answers swing from year to year; in a larger supply they vanish. */
const wide = { range: [2, 1000], warning: [2, 50] } as const

export const closureParameters: GroupTable<'wages and exchange rates'> = {
  labourSupply: parameter(
    'Elasticity of labour supply to the industry of a country',
    'percent of jobs for a percent of wages',
    triangular(2, 5, 20),
    wide,
    'judgement',
    'from workers bound to the trade to a small employer in a large market; changes of wages move lines, levels do not',
  ),
  partsSupply: parameter(
    'Elasticity of the supply of parts of a country',
    'percent of output for a percent of price',
    triangular(2, 5, 15),
    wide,
    'judgement',
    'room of tooling and of lower tiers within some years',
  ),
  exchangeRateOffset: parameter(
    'Part of an average US duty that the currency of the country takes back',
    fraction,
    triangular(0, 0.3, 0.6),
    { range: share, warning: [0, 0.8] },
    'estimate',
    "Jeanne and Son (2024), To what extent are tariffs offset by exchange rates?, a model: about a third; the dollar's fall in 2025 is not in it",
  ),
}
