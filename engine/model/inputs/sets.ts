/**
 * The sets that every array of the model runs over, in their fixed order.
 *
 * Index names are the same everywhere: `j` line, `i` product, `f` maker, `g` nest, `m` market, `o` assembly place,
 * `k` part origin, `r` regime, `t` year, `d` replicate. Arrays are row-major and say their shape in brackets,
 * as in `[market x line]`.
 */

/** Redesign cycles last 5, 6 or 7 years. */
export const shortestCycle = 5
export const longestCycle = 7

/** Markets with buyers that the demand system describes. Index `m`. */
export const markets = ['US', 'CA', 'MX'] as const
export type Market = (typeof markets)[number]

/** Where output can go: the three markets, and the rest of the world. Index `m` with one more value. */
export const destinations = ['US', 'CA', 'MX', 'ROW'] as const

/** Assembly places a line can choose among; `OVERSEAS` is the line's own home country abroad. Index `o`. */
export const places = ['US', 'CA', 'MX', 'OVERSEAS'] as const
export type Place = (typeof places)[number]
export const overseasPlace = 3

/** Countries of assembly and of customs origin: the region, then the homes abroad. */
export const countries = ['US', 'CA', 'MX', 'JP', 'KR', 'EU', 'UK', 'CN', 'OTHER'] as const
export type Country = (typeof countries)[number]

/** Origins of parts in the order of the content ladder; `MX-CN` is a Chinese-owned supplier in Mexico. Index `k`. */
export const origins = ['US', 'CA', 'MX', 'MX-CN', 'ALLY', 'CN'] as const
export type Origin = (typeof origins)[number]

/** Body styles, which customs tariffs distinguish. */
export const bodies = ['car', 'cuvSuv', 'pickup', 'van'] as const
export type Body = (typeof bodies)[number]

/** Nests of the demand system: the bodies, with battery-electric vehicles of any body in a nest of their own. Index `g`. */
export const nests = ['car', 'cuvSuv', 'pickup', 'van', 'electric'] as const
export type Nest = (typeof nests)[number]

export const marketCount = 3
export const destinationCount = 4
export const placeCount = 4
export const originCount = 6
export const nestCount = 5
export const rowDestination = 3

/** How well a figure is known: read in a document, arithmetic on such figures, or rounded and imputed. */
export type Confidence = 'sourced' | 'derived' | 'approximate'
