/**
 * What the bricks of the hot path cost, beside what JavaScript has built in.
 */
import { exp, log, pow } from '../../engine/math/elementary.ts'
import { normalQuantile, normalCdf } from '../../engine/math/normalQuantile.ts'
import { type Sampling, fillUniforms, independentSampling } from '../../engine/math/sampling.ts'
import { rootKey, newStream, startStream, nextUniform } from '../../engine/math/streams.ts'
import { nextNormal } from '../reference/normal.ts'
import { parameterCount } from '../../engine/model/draws/parameters.ts'

export interface Bench {
  readonly name: string
  readonly run: () => void
  /** Operations in one run. */
  readonly perRun: number
}

const count = 8192
const root = rootKey('bench')
const stream = newStream()
startStream(stream, root, 0, 0, 0)
const exponents = Float64Array.from({ length: count }, () => (nextUniform(stream) - 0.5) * 40)
const uniforms = Float64Array.from({ length: count }, () => nextUniform(stream))
const results = new Float64Array(count)

// One loop a function, so that each call is compiled for what it calls.
function runExp(): void {
  for (let n = 0; n < count; n++) results[n] = exp(exponents[n])
}

function runMathExp(): void {
  for (let n = 0; n < count; n++) results[n] = Math.exp(exponents[n])
}

function runLog(): void {
  for (let n = 0; n < count; n++) results[n] = log(uniforms[n])
}

function runMathLog(): void {
  for (let n = 0; n < count; n++) results[n] = Math.log(uniforms[n])
}

function runPow(): void {
  for (let n = 0; n < count; n++) results[n] = pow(uniforms[n], exponents[n])
}

function runMathPow(): void {
  for (let n = 0; n < count; n++) results[n] = Math.pow(uniforms[n], exponents[n])
}

function runStart(): void {
  for (let n = 0; n < count; n++) {
    startStream(stream, root, n, 1, 2)
    results[n] = stream[0]
  }
}

function runUniform(): void {
  for (let n = 0; n < count; n++) results[n] = nextUniform(stream)
}

function runNormal(): void {
  for (let n = 0; n < count; n++) results[n] = nextNormal(stream)
}

function runNormalQuantile(): void {
  for (let n = 0; n < count; n++) results[n] = normalQuantile(uniforms[n])
}

function runNormalCdf(): void {
  for (let n = 0; n < count; n++) results[n] = normalCdf(exponents[n])
}

const point = new Float64Array(parameterCount)

/** Points of a design in as many dimensions as the model has parameters. */
function pointBench(name: string, sampling: Sampling): Bench {
  const points = 100
  const run = (): void => {
    for (let d = 0; d < points; d++) fillUniforms(sampling, root, d, point)
  }
  return { name: `uniform of a parameter, ${name}`, run, perRun: points * parameterCount }
}

const tableRows = 100
const table: Sampling = {
  kind: 'table',
  dimensions: parameterCount,
  uniforms: new Float64Array(tableRows * parameterCount).fill(0.5),
  chance: new Int32Array(tableRows),
}

export const mathBenches: readonly Bench[] = [
  { name: 'exp', run: runExp, perRun: count },
  { name: 'Math.exp, to compare', run: runMathExp, perRun: count },
  { name: 'log', run: runLog, perRun: count },
  { name: 'Math.log, to compare', run: runMathLog, perRun: count },
  { name: 'pow', run: runPow, perRun: count },
  { name: 'Math.pow, to compare', run: runMathPow, perRun: count },
  { name: 'start of a stream', run: runStart, perRun: count },
  { name: 'uniform', run: runUniform, perRun: count },
  pointBench('independent', independentSampling),
  pointBench('Latin hypercubes of 50', { kind: 'latin-hypercube', strata: 50 }),
  pointBench("Sobol' points", { kind: 'sobol', scramblings: 16 }),
  pointBench('table', table),
  { name: 'normal', run: runNormal, perRun: count },
  { name: 'normal quantile', run: runNormalQuantile, perRun: count },
  { name: 'normal probability', run: runNormalCdf, perRun: count },
]
