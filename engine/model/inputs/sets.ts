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
/** Positions in `destinations`; the first three are positions in `markets` as well. */
export const destination = { US: 0, CA: 1, MX: 2, ROW: 3 } as const

/** Assembly places a line can choose among; `OVERSEAS` is the line's own home country abroad. Index `o`. */
export const places = ['US', 'CA', 'MX', 'OVERSEAS'] as const
export type Place = (typeof places)[number]
/** Positions in `places`. */
export const place = { US: 0, CA: 1, MX: 2, overseas: 3 } as const
/** The places of the region come first, in the order of `markets`: a place below this number is one of the three. */
export const regionPlaces: number = place.overseas
export const overseasPlace: number = place.overseas

/** Countries of assembly and of customs origin: the region, then the homes abroad. */
export const countries = ['US', 'CA', 'MX', 'JP', 'KR', 'EU', 'UK', 'CN', 'OTHER'] as const
export type Country = (typeof countries)[number]

/** Origins of parts in the order of the content ladder; `MX-CN` is a Chinese-owned supplier in Mexico. Index `k`. */
export const origins = ['US', 'CA', 'MX', 'MX-CN', 'ALLY', 'CN'] as const
export type Origin = (typeof origins)[number]
/** Positions in `origins`: `chineseInMexico` is `MX-CN`, `allied` is `ALLY`. */
export const origin = { US: 0, CA: 1, MX: 2, chineseInMexico: 3, allied: 4, CN: 5 } as const
/** Origins below this number are in the region, and those from it on are abroad. */
export const regionalOrigins: number = origin.allied

/** Body styles, which customs tariffs distinguish. */
export const bodies = ['car', 'cuvSuv', 'pickup', 'van'] as const
export type Body = (typeof bodies)[number]

/** Nests of the demand system: the bodies, with battery-electric vehicles of any body in a nest of their own. Index `g`. */
export const nests = ['car', 'cuvSuv', 'pickup', 'van', 'electric'] as const
export type Nest = (typeof nests)[number]

/** Positions of a maker's headquarters: in the United States, in Asia or Europe, in China. */
export const headquarters = { us: 0, asiaOrEurope: 1, china: 2 } as const

export const marketCount: number = markets.length
export const destinationCount: number = destinations.length
export const placeCount: number = places.length
export const originCount: number = origins.length
export const nestCount: number = nests.length
export const rowDestination: number = destination.ROW

/** How well a figure is known: read in a document, arithmetic on such figures, or rounded and imputed. */
export type Confidence = 'sourced' | 'derived' | 'approximate'
