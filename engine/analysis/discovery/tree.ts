/**
 * A small classification tree of the cases of interest: L. Breiman, J. H. Friedman, R. A. Olshen and C. J. Stone,
 * "Classification and Regression Trees" (1984). Beside a box it shows all of the space, with the share of cases of
 * interest in each leaf, and what part each parameter has in telling them apart.
 *
 * Grown by the split that lowers the Gini impurity most, no leaf smaller than asked. Pruned by cost and complexity:
 * weakest links are cut one after the other, and of the nested trees that remains which has the least squared error on
 * cases that took no part in growing it.
 */
import { countOfInterest, type Cases } from './cases.ts'

export interface Leaf {
  readonly kind: 'leaf'
  readonly count: number
  readonly ofInterest: number
}

export interface Branch {
  readonly kind: 'branch'
  readonly count: number
  readonly ofInterest: number
  /** Number of the parameter, and the value that divides: up to it goes left. */
  readonly parameter: number
  readonly at: number
  /** What the split takes from the summed squared deviations of the cases in this node. */
  readonly gain: number
  readonly left: Tree
  readonly right: Tree
}

export type Tree = Leaf | Branch

/** The whole tree, before pruning. */
export function growTree(cases: Cases, rows: Int32Array, leastLeaf: number, deepest: number): Tree {
  const count = rows.length
  const ofInterest = countOfInterest(cases, rows)
  const split = deepest > 0 ? bestSplit(cases, rows, leastLeaf) : undefined
  if (split === undefined) return { kind: 'leaf', count, ofInterest }
  const column = cases.columns[split.parameter]
  const left = growTree(
    cases,
    rows.filter((row) => column[row] <= split.at),
    leastLeaf,
    deepest - 1,
  )
  const right = growTree(
    cases,
    rows.filter((row) => column[row] > split.at),
    leastLeaf,
    deepest - 1,
  )
  return { kind: 'branch', count, ofInterest, ...split, left, right }
}

interface Split {
  readonly parameter: number
  readonly at: number
  readonly gain: number
}

function bestSplit(cases: Cases, rows: Int32Array, leastLeaf: number): Split | undefined {
  let best: Split | undefined
  for (let parameter = 0; parameter < cases.columns.length; parameter++) {
    const split = splitOf(cases, rows, parameter, leastLeaf)
    if (split !== undefined && split.gain > (best?.gain ?? 0)) best = split
  }
  return best
}

/** Best split by one parameter: the gain is n_left n_right / n times the squared difference of the shares. */
function splitOf(cases: Cases, rows: Int32Array, parameter: number, leastLeaf: number): Split | undefined {
  const column = cases.columns[parameter]
  const sorted = rows.toSorted((a, b) => column[a] - column[b])
  const total = countOfInterest(cases, rows)
  const n = sorted.length
  let best: Split | undefined
  let left = 0
  for (let i = 1; i < n; i++) {
    left += cases.ofInterest[sorted[i - 1]]
    const [below, above] = [column[sorted[i - 1]], column[sorted[i]]]
    if (below === above || i < leastLeaf || n - i < leastLeaf) continue
    const difference = left / i - (total - left) / (n - i)
    const gain = ((i * (n - i)) / n) * difference * difference
    if (gain > (best?.gain ?? 0)) best = { parameter, at: (below + above) / 2, gain }
  }
  return best
}

/** The tree of the pruning sequence that predicts `check` best; of equals the smaller. */
export function pruneTree(tree: Tree, cases: Cases, check: Int32Array): Tree {
  let best = tree
  let least = squaredError(tree, cases, check)
  for (let next = tree; next.kind === 'branch';) {
    next = cutLinks(next, weakestLink(next))
    const error = squaredError(next, cases, check)
    if (error <= least) [best, least] = [next, error]
  }
  return best
}

function leavesOf(tree: Tree): number {
  return tree.kind === 'leaf' ? 1 : leavesOf(tree.left) + leavesOf(tree.right)
}

function gainOf(tree: Tree): number {
  return tree.kind === 'leaf' ? 0 : tree.gain + gainOf(tree.left) + gainOf(tree.right)
}

function strengthOf(branch: Branch): number {
  return gainOf(branch) / (leavesOf(branch) - 1)
}

function weakestLink(tree: Tree): number {
  if (tree.kind === 'leaf') return Infinity
  return Math.min(strengthOf(tree), weakestLink(tree.left), weakestLink(tree.right))
}

function cutLinks(tree: Tree, strength: number): Tree {
  if (tree.kind === 'leaf') return tree
  if (strengthOf(tree) <= strength) return { kind: 'leaf', count: tree.count, ofInterest: tree.ofInterest }
  return { ...tree, left: cutLinks(tree.left, strength), right: cutLinks(tree.right, strength) }
}

function squaredError(tree: Tree, cases: Cases, rows: Int32Array): number {
  let sum = 0
  for (let n = 0; n < rows.length; n++) {
    const miss = cases.ofInterest[rows[n]] - predictedShare(tree, cases, rows[n])
    sum += miss * miss
  }
  return sum
}

/** Share of cases of interest in the leaf that a case falls into. */
export function predictedShare(tree: Tree, cases: Cases, row: number): number {
  if (tree.kind === 'leaf') return tree.ofInterest / tree.count
  return predictedShare(cases.columns[tree.parameter][row] <= tree.at ? tree.left : tree.right, cases, row)
}

/** [parameter] its part in all that the splits of the tree take away; adds up to 1, or 0 for a tree of one leaf. */
export function featureScores(tree: Tree, parameters: number): Float64Array {
  const scores = new Float64Array(parameters)
  const visit = (node: Tree): void => {
    if (node.kind === 'leaf') return
    scores[node.parameter] += node.gain
    visit(node.left)
    visit(node.right)
  }
  visit(tree)
  const total = gainOf(tree)
  return total > 0 ? scores.map((score) => score / total) : scores
}
