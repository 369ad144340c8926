import { describe, expect, test } from 'vitest'
import { allRows, type Cases } from '../../../engine/analysis/discovery/cases.ts'
import {
  featureScores,
  growTree,
  predictedShare,
  pruneTree,
  type Tree,
} from '../../../engine/analysis/discovery/tree.ts'
import { halves } from '../../../engine/analysis/resample.ts'
import { rootKey } from '../../../engine/math/streams.ts'
import { sampleCases } from './sampleCases.ts'

const root = rootKey('tree')

function prunedTree(cases: Cases): Tree {
  const [grow, check] = halves(cases.ofInterest.length, root, 0, 'halves')
  return pruneTree(growTree(cases, grow, 25, 5), cases, check)
}

describe('a tree', () => {
  test('finds the two cuts that make the cases', () => {
    const cases = sampleCases(4000, 5, 'steps', ([a, b]) => (a < 0.3 ? 0.1 : b < 0.6 ? 0.9 : 0.4))
    const tree = prunedTree(cases)
    expect(tree).toMatchObject({ parameter: 0, left: { kind: 'leaf' }, right: { kind: 'branch', parameter: 1 } })
    if (tree.kind !== 'branch' || tree.right.kind !== 'branch') throw new Error('no branch')
    expect(tree.at).toBeCloseTo(0.3, 1)
    expect(tree.right.at).toBeCloseTo(0.6, 1)
    const scores = featureScores(tree, 5)
    expect(scores.reduce((sum, score) => sum + score)).toBeCloseTo(1, 12)
    expect(scores[0] + scores[1]).toBeGreaterThan(0.97)
  })

  test('of noise is cut down to its root', () => {
    const grown = sampleCases(1000, 5, 'noise', () => 0.3)
    expect(growTree(grown, allRows(grown), 25, 5).kind).toBe('branch')
    expect(prunedTree(grown).kind).toBe('leaf')
  })

  test('has no leaf smaller than asked, and leaves that hold each case once', () => {
    const cases = sampleCases(500, 3, 'leaves', ([a, b, c]) => a * b + c / 4)
    const sizes: number[] = []
    const visit = (tree: Tree): void => {
      if (tree.kind === 'leaf') sizes.push(tree.count)
      else [tree.left, tree.right].forEach(visit)
    }
    visit(growTree(cases, allRows(cases), 40, 6))
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(500)
  })

  test('predicts on average what is there', () => {
    const cases = sampleCases(500, 3, 'mean', ([a]) => a)
    const tree = growTree(cases, allRows(cases), 20, 4)
    const predicted = allRows(cases).reduce((sum, row) => sum + predictedShare(tree, cases, row), 0)
    expect(predicted).toBeCloseTo(
      cases.ofInterest.reduce((sum, one) => sum + one),
      8,
    )
  })
})
