/**
 * The outcomes of a design whose runs come in blocks that are compared among themselves (a base row of Sobol's design,
 * a trajectory, a draw of chance): a block in which any run failed is of no use, and is left out and counted.
 */

export interface GoodBlocks {
  /** [good block x run in block] */
  readonly values: Float64Array
  /** [good block] its number in the design */
  readonly numbers: Int32Array
  /** Good blocks. */
  readonly n: number
  /** Blocks left out. */
  readonly failed: number
}

/** @param outcomes [block x run in block] NaN where the run failed */
export function goodBlocks(outcomes: Float64Array, runsInBlock: number): GoodBlocks {
  const blocks = outcomes.length / runsInBlock
  const values = new Float64Array(outcomes.length)
  const numbers = new Int32Array(blocks)
  let n = 0
  for (let block = 0; block < blocks; block++) {
    const runs = outcomes.subarray(block * runsInBlock, (block + 1) * runsInBlock)
    if (!runs.every(Number.isFinite)) continue
    values.set(runs, n * runsInBlock)
    numbers[n++] = block
  }
  return { values: values.subarray(0, n * runsInBlock), numbers: numbers.subarray(0, n), n, failed: blocks - n }
}
