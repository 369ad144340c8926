/**
 * The published case of scenario discovery: 882 runs of a model of a renewable-energy requirement, 89 of them among the
 * tenth with the highest incremental cost (Bryant and Lempert 2010). The data, shared by their author, and the figures
 * below are those of the example "Performing Scenario Discovery in Python" of the EMA Workbench's documentation (J. H.
 * Kwakkel, "The Exploratory Modeling Workbench", Environmental Modelling & Software 96, 2017), which peels by the same
 * criterion. Of nine parameters the fixture holds the five that its boxes and tree restrict, copied by hand and rounded
 * to the digits of their design; the published counts and p-values check the copy as well as the code.
 */
import { readFileSync } from 'node:fs'
import { describe, test, expect } from 'vitest'
import { restrictedParameters, quasiPs, withLimits, boxStatistics } from '../../../engine/analysis/discovery/box.ts'
import { type Cases, casesOf, allRows, countOfInterest } from '../../../engine/analysis/discovery/cases.ts'
import { simplified, chooseBox } from '../../../engine/analysis/discovery/choose.ts'
import { usualDiscovery } from '../../../engine/analysis/discovery/discover.ts'
import { peel } from '../../../engine/analysis/discovery/peel.ts'
import { type Tree, growTree } from '../../../engine/analysis/discovery/tree.ts'

const file = new URL('fixtures/bryantLempert2010.csv', import.meta.url)
const [header, ...lines] = readFileSync(file, 'utf8').trim().split('\n')
const table = lines.map((line) => line.split(',').map(Number))
const names = header.split(',').slice(0, 5)
const [cost, biomass, , elasticity, backstop] = [0, 1, 2, 3, 4]
const cases: Cases = casesOf(
  names,
  Float64Array.from(table.flatMap((row) => row.slice(0, 5))),
  Float64Array.from(table, (row) => row[5]),
  new Uint8Array(table.length),
  { above: 0.5 },
)
const rows = allRows(cases)

/** Cases and cases of interest of each leaf. */
function leavesOf(tree: Tree): readonly string[] {
  return tree.kind === 'leaf' ? [`${tree.count} ${tree.ofInterest}`] : [...leavesOf(tree.left), ...leavesOf(tree.right)]
}

describe('the renewable-energy cases of Bryant and Lempert', () => {
  const steps = peel(cases, rows, { alpha: 0.1, leastMass: 0.05 })

  test('are 882, 89 of them of interest', () => {
    expect([rows.length, countOfInterest(cases, rows)]).toEqual([882, 89])
  })

  test('peel to the published box 21', () => {
    const { box, statistics } = steps[21]
    expect(statistics.coverage).toBeCloseTo(0.752809, 6)
    expect(statistics.density).toBeCloseTo(0.770115, 6)
    expect(statistics.mass).toBeCloseTo(0.0986395, 6)
    expect(restrictedParameters(box)).toEqual([cost, biomass, elasticity, backstop])
    expect(box.high[biomass]).toBeCloseTo(755.8, 4)
    expect(box.low[elasticity]).toBeCloseTo(-0.422, 6)
    expect(box.low[backstop]).toBeCloseTo(150.05, 4)
    expect(box.low[cost]).toBeCloseTo(72.65, 4)
  })

  test('have its quasi-p-values', () => {
    const chances = quasiPs(cases, rows, steps[21].box)
    expect(chances[biomass] / 4.716968553178765e-6).toBeCloseTo(1, 8)
    expect(chances[elasticity] / 1.1849299115762218e-16).toBeCloseTo(1, 6)
    expect(chances[backstop] / 3.515112530263049e-11).toBeCloseTo(1, 8)
    expect(chances[cost]).toBeCloseTo(0.15741333528927348, 10)
  })

  test('lose the restriction of cost, which is not significant, and have the published box of three', () => {
    const box = simplified(cases, rows, steps[21].box, usualDiscovery)
    expect(box).toEqual(withLimits(steps[21].box, cost, -Infinity, Infinity))
    const { coverage, density, mass } = boxStatistics(cases, rows, box)
    expect(coverage).toBeCloseTo(0.764045, 6)
    expect(density).toBeCloseTo(0.715789, 6)
    expect(mass).toBeCloseTo(0.10771, 5)
  })

  test('by our rule of choice have nearly the box that its authors chose by eye', () => {
    const box = chooseBox(cases, rows, steps, usualDiscovery)
    expect(restrictedParameters(box)).toEqual([biomass, elasticity, backstop])
    const { coverage, density } = boxStatistics(cases, rows, box)
    expect(Math.abs(coverage - 0.764)).toBeLessThan(0.1)
    expect(Math.abs(density - 0.716)).toBeLessThan(0.1)
  })

  test('grow the published tree, leaf by leaf', () => {
    const published = [
      [0.011236, 0.052154],
      [0, 0.546485],
      [0, 0.103175],
      [0.044944, 0.049887],
      [0.224719, 0.052154],
      [0.11236, 0.049887],
      [0, 0.05102],
      [0.606742, 0.095238],
    ]
    const counts = published.map(([coverage, mass]) => `${Math.round(882 * mass)} ${Math.round(89 * coverage)}`)
    expect(leavesOf(growTree(cases, rows, 44, 20)).toSorted()).toEqual(counts.toSorted())
  })
})
