/**
 * The highest point of a curve on an interval: a coarse grid finds the hump, golden-section search its top. For
 * curves that have one hump, or one clearly higher than the rest, over a grid step.
 */
export interface Peak {
  readonly at: number
  readonly value: number
}

const gridSteps = 8
/** (sqrt(5) - 1)/2 */
const golden = (Math.sqrt(5) - 1) / 2

/** Where f is highest between `low` and `high`, to within 1e-4 of the interval. */
export function peakOf(f: (x: number) => number, low: number, high: number): Peak {
  const grid = Array.from({ length: gridSteps + 1 }, (_, n) => low + ((high - low) * n) / gridSteps)
  const values = grid.map((x) => f(x))
  const top = values.indexOf(Math.max(...values))
  let from = grid[Math.max(0, top - 1)]
  let to = grid[Math.min(gridSteps, top + 1)]
  let left = to - golden * (to - from)
  let right = from + golden * (to - from)
  let leftValue = f(left)
  let rightValue = f(right)
  while (to - from > 1e-4 * (high - low)) {
    if (leftValue >= rightValue) {
      to = right
      right = left
      rightValue = leftValue
      left = to - golden * (to - from)
      leftValue = f(left)
    } else {
      from = left
      left = right
      leftValue = rightValue
      right = from + golden * (to - from)
      rightValue = f(right)
    }
  }
  const at = (from + to) / 2
  return { at, value: f(at) }
}
