/**
 * The decision whose values of information are known: stay, worth 0, or act, worth mu + a x + b y with x and y standard
 * normal and independent. Knowing something that spreads the mean of `act` with deviation s is worth
 * s phi(mu/s) + mu Phi(mu/s) - max(0, mu) (Raiffa and Schlaifer 1961, unit normal loss).
 */
import { choiceOf, type Choice } from '../../../engine/analysis/decisions/choice.ts'
import { normalCdf } from '../../../engine/math/normalQuantile.ts'
import { newStream, rootKey, startStream } from '../../../engine/math/streams.ts'
import { nextNormal } from '../../reference/normal.ts'

export interface NormalChoice {
  readonly choice: Choice
  /** [x, y and three parameters that do nothing][replicate] */
  readonly columns: readonly Float64Array[]
}

export function normalChoice(count: number, seed: string, mu: number, a: number, b: number): NormalChoice {
  const columns = Array.from({ length: 5 }, (_, parameter) => {
    const stream = newStream()
    startStream(stream, rootKey(seed), 0, 0, parameter)
    return Float64Array.from({ length: count }, () => nextNormal(stream))
  })
  const [x, y] = columns
  const status = new Uint8Array(count)
  const act = x.map((value, d) => mu + a * value + b * y[d])
  const options = [
    { name: 'stay', values: new Float64Array(count), status },
    { name: 'act', values: act, status },
  ]
  return { choice: choiceOf(options, 'up'), columns }
}

export function valueOfSpread(mu: number, s: number): number {
  const density = Math.exp(-((mu / s) ** 2) / 2) / Math.sqrt(2 * Math.PI)
  return s * density + mu * normalCdf(mu / s) - Math.max(0, mu)
}
