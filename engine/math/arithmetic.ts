/**
 * Whether the JavaScript engine that runs this computes as others do. `exp` and `log` use nothing but + - * /, whole-number
 * arithmetic and shared memory of a double and its words, and have the same bits wherever these are right; in an engine where
 * one of them is not, every figure would be wrong and nothing would say so. A few dozen values tell, over all that is taken
 * apart and put together in them: tables, signs, exponents, subnormal numbers and the ends of their ranges.
 */
import { exp, log } from './elementary.ts'

/** What is computed with, as in `elementary.ts`. */
export interface Elementary {
  readonly exp: (x: number) => number
  readonly log: (x: number) => number
}

/** [x, exp(x)], to the bit. */
const expValues: readonly (readonly [number, number])[] = [
  [-Infinity, 0],
  [-708, 3.307553003638408e-308],
  [-690.0123, 2.145189510184473e-300],
  [-333.3, 1.7768435153217187e-145],
  [-87.3, 1.2192470959520051e-38],
  [-37, 8.533047625744066e-17],
  [-20.5, 1.2501528663867426e-9],
  [-7.25, 0.0007101743888425491],
  [-2.3, 0.10025884372280376],
  [-1.0000001, 0.3678794043835],
  [-0.7, 0.4965853037914095],
  [-0.35, 0.7046880897187134],
  [-0.0123, 0.9877753358068531],
  [-1e-9, 0.999999999],
  [0, 1],
  [1e-17, 1],
  [0.004, 1.0040080106773417],
  [0.11, 1.1162780704588713],
  [0.5, 1.6487212707001282],
  [0.77, 2.159766253784915],
  [1.01, 2.745601015016917],
  [1.9, 6.685894442279269],
  [3.3, 27.112638920657883],
  [6.1, 445.85777008251677],
  [12.7, 327747.9018738116],
  [50.05, 5.45053106542455e21],
  [99.9, 2.4323089739791293e43],
  [256.256, 1.9523908093525327e111],
  [500.5, 2.314132344963141e217],
  [709, 8.218407461554972e307],
]

/** [x, log(x)], to the bit. */
const logValues: readonly (readonly [number, number])[] = [
  [5e-324, -744.4400719213812],
  [3e-310, -712.7027665394861],
  [2.2250738585072014e-308, -708.3964185322641],
  [1e-200, -460.51701859880916],
  [1e-40, -92.10340371976183],
  [7e-9, -18.7773556878911],
  [0.001, -6.907755278982137],
  [0.03, -3.506557897319982],
  [0.2, -1.6094379124341003],
  [0.45, -0.7985076962177716],
  [0.51, -0.6733445532637656],
  [0.61, -0.4942963218147801],
  [0.83, -0.18632957819149348],
  [0.96, -0.040821994520255166],
  [0.9999, -0.00010000500033334732],
  [0.9999999999999999, -1.1102230246251565e-16],
  [1, 0],
  [1.0000000000000002, 2.2204460492503128e-16],
  [1.0001, 0.00009999500033329732],
  [1.05, 0.04879016416943205],
  [1.19, 0.17395330712343798],
  [1.41, 0.34358970439007686],
  [1.7, 0.5306282510621704],
  [2.01, 0.6981347220709843],
  [2.7, 0.9932517730102834],
  [9.81, 2.2834022735772717],
  [1234.5, 7.118421308785234],
  [7e15, 36.484686543966],
  [1e100, 230.25850929940458],
  [1.7976931348623157e308, 709.782712893384],
]

/** The first value that comes out with other bits than everywhere else, as in `exp(0) is 2, not 1`. */
export function arithmeticFault(functions: Elementary): string | undefined {
  for (const [name, values] of [
    ['exp', expValues],
    ['log', logValues],
  ] as const) {
    for (const [x, expected] of values) {
      const found = functions[name](x)
      if (!Object.is(found, expected)) return `${name}(${x}) is ${found}, not ${expected}`
    }
  }
  return undefined
}

/**
 * Asked before anything is computed: where a run starts, in each of its threads, and in whatever else runs replicates. Takes
 * some microseconds.
 *
 * @throws an error of kind `platform` where the engine computes otherwise
 */
export function requireArithmetic(functions: Elementary = { exp, log }): void {
  const fault = arithmeticFault(functions)
  if (fault === undefined) return
  const message =
    `this JavaScript engine computes other numbers than Plantshift was tested with, and every result would differ: ${fault}. ` +
    'Nothing is run; take Node 20, 22 or 24, or a browser of today'
  throw Object.assign(new Error(message), { kind: 'platform' as const })
}
