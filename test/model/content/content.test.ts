import fc from 'fast-check'
import { describe, it, expect } from 'vitest'
import { contentLadder, createLadder, vehicleFloorToPartsFloor } from '../../../engine/model/content/content.ts'
import { meetsFloors, ladderByEnumeration, costOfShares, sharesBySearch } from '../../reference/content.ts'
import { climb, climbWithDuty } from '../../reference/ladders.ts'
import { uniforms } from '../../reference/sampleMarket.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
/** In steps of a thousandth: rules are written so, and nearly equal floors differ by more than the checks allow for. */
const floor = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)
/** Spread over six orders of magnitude. */
const weight = fc.double({ min: -7, max: 7, noNaN: true }).map((logarithm) => Math.exp(logarithm))
/** Ladders of 2 to 8 rungs with floors in any order. */
const ladders = fc.integer({ min: 2, max: 8 }).chain((rungs) =>
  fc.record({
    weights: fc.array(weight, { minLength: rungs, maxLength: rungs }),
    floors: fc.array(fc.oneof(fc.constant(0), floor), { minLength: rungs, maxLength: rungs }),
    theta: fc.double({ min: 1, max: 10, noNaN: true }),
  }),
)

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('the content ladder', () => {
  it.each([
    [
      [0.45, 0.05, 0.15, 0.05, 0.2, 0.1],
      [0, 0.4, 0, 0.75, 0, 1],
      4,
      [0.482143, 0.053571, 0.160714, 0.053571, 0.166667, 0.083333],
      1.001243,
    ],
    [
      [0.3, 0.02, 0.36, 0.06, 0.2, 0.06],
      [0, 0.4, 0, 0.75, 0, 1],
      4,
      [0.375, 0.025, 0.317647, 0.052941, 0.176471, 0.052941],
      1.002819,
    ],
    [
      [0.3, 0.02, 0.36, 0.06, 0.2, 0.06],
      [0.5, 0.5, 0.85, 0.85, 0.98, 1],
      5,
      [0.5, 0.018421, 0.331579, 0.03, 0.1, 0.02],
      1.019591,
    ],
    [
      [0.01, 0.002, 0.008, 0.0001, 0.9, 0.08],
      [0, 0.25, 0.62, 0, 0, 1],
      3,
      [0.31, 0.062, 0.248, 0.000039, 0.348944, 0.031017],
      1.482522,
    ],
  ])('gives the known shares and cost for weights %j and floors %j', (weights, floors, theta, shares, cost) => {
    const found = climb(weights, floors, theta)
    expect(Math.abs(found.cost - cost)).toBeLessThan(1e-6)
    found.shares.forEach((value, k) => expect(Math.abs(value - shares[k])).toBeLessThan(1e-6))
  })

  it('gives shares that sum to 1 and meet every floor', () => {
    fc.assert(
      fc.property(ladders, ({ weights, floors, theta }) => {
        const { shares, cost } = climb(weights, floors, theta)
        expect(sum(shares)).toBeCloseTo(1, 12)
        expect(meetsFloors(shares, floors, 1e-12)).toBe(true)
        expect(shares.every((value) => value >= 0)).toBe(true)
        expect(cost).toBeGreaterThanOrEqual(1)
      }),
    )
  })

  it('agrees with trying every set of binding floors', () => {
    fc.assert(
      fc.property(ladders, ({ weights, floors, theta }) => {
        const found = climb(weights, floors, theta)
        const best = ladderByEnumeration(weights, floors, theta)
        expect(Math.abs(found.cost / best.cost - 1)).toBeLessThan(1e-12)
        found.shares.forEach((value, k) => expect(Math.abs(value - best.shares[k])).toBeLessThan(1e-7))
      }),
      { numRuns: 300 },
    )
  })

  it('costs what the cost function says of its shares', () => {
    fc.assert(
      fc.property(ladders, ({ weights, floors, theta }) => {
        const { cost, shares } = climb(weights, floors, theta)
        expect(Math.abs(cost / costOfShares(weights, shares, theta) - 1)).toBeLessThan(1e-12)
      }),
    )
  })

  it('leaves no cheaper shares that meet the floors, by a search that starts from random ones', () => {
    fc.assert(
      fc.property(ladders, fc.double({ min: 0.01, max: 1, noNaN: true }), ({ weights, floors, theta }, distance) => {
        const { cost, shares } = climb(weights, floors, theta)
        // Anywhere between the ladder's shares and all content from the first rung is feasible.
        const start = shares.map((value, k) => (1 - distance) * value + (k === 0 ? distance : 0))
        const search = sharesBySearch(start, floors, (trial) => costOfShares(weights, trial, theta))
        expect(search.value).toBeGreaterThan(cost * (1 - 1e-12))
      }),
      { numRuns: 60 },
    )
  })

  it('never costs less when a floor is raised', () => {
    fc.assert(
      fc.property(ladders, fc.nat(), share, ({ weights, floors, theta }, which, rise) => {
        const raised = floors.map((floor, k) => (k === which % floors.length ? floor + (1 - floor) * rise : floor))
        expect(climb(weights, raised, theta).cost).toBeGreaterThan(climb(weights, floors, theta).cost * (1 - 1e-13))
      }),
    )
  })

  it('is changed by no floor that does not bind', () => {
    fc.assert(
      fc.property(ladders, fc.nat(), share, ({ weights, floors, theta }, which, fraction) => {
        const { cost, shares } = climb(weights, floors, theta)
        const rung = which % floors.length
        const slack = fraction * sum(shares.slice(0, rung + 1)) * (1 - 1e-9)
        const raised = floors.map((floor, k) => (k === rung ? Math.max(floor, slack) : floor))
        const again = climb(weights, raised, theta)
        expect(Math.abs(again.cost / cost - 1)).toBeLessThan(1e-13)
        again.shares.forEach((value, k) => expect(Math.abs(value - shares[k])).toBeLessThan(1e-13))
      }),
    )
  })

  it('is exactly 1 with shares in proportion to weights when no floor binds', () => {
    fc.assert(
      fc.property(ladders, ({ weights, theta }) => {
        const total = sum(weights)
        const { cost, shares } = climb(
          weights,
          weights.map(() => 0),
          theta,
        )
        expect(cost).toBe(1)
        expect(shares).toEqual(weights.map((weight) => weight / total))
      }),
    )
  })

  it('does not depend on the unit of the weights', () => {
    fc.assert(
      fc.property(ladders, fc.double({ min: -20, max: 20, noNaN: true }), ({ weights, floors, theta }, logScale) => {
        const scaled = weights.map((weight) => weight * Math.exp(logScale))
        expect(Math.abs(climb(scaled, floors, theta).cost / climb(weights, floors, theta).cost - 1)).toBeLessThan(1e-12)
      }),
    )
  })

  it('reads weights from the offset given, and no others', () => {
    const ladder = createLadder(2)
    ladder.floors.set([0.5, 1])
    const cost = contentLadder(ladder, Float64Array.of(9, 9, 0.3, 0.7, 9), 2, 4)
    expect([...ladder.shares]).toEqual([0.5, 0.5])
    expect(cost).toBe(climb([0.3, 0.7], [0.5, 1], 4).cost)
  })
})

describe('rungs without weight', () => {
  it('make a floor that needs them impossible', () => {
    expect(climb([0, 0, 0.6, 0.4], [0, 0.1, 0, 1], 4).cost).toBe(Infinity)
    expect(climb([0, 0], [0, 1], 4).cost).toBe(Infinity)
  })
  it('get no share where other rungs can meet the floor', () => {
    const { cost, shares } = climb([0.2, 0, 0.5, 0.3, 0], [0.1, 0.4, 0, 0.9, 1], 4)
    const without = climb([0.2, 0.5, 0.3], [0.4, 0, 1], 4)
    expect(cost).toBe(without.cost)
    expect(shares).toEqual([without.shares[0], 0, without.shares[1], without.shares[2], 0])
  })
  it('in front do no harm where no floor asks for them', () => {
    expect(climb([0, 0, 0.6, 0.4], [0, 0, 0.5, 1], 4)).toEqual({ cost: 1, shares: [0, 0, 0.6, 0.4] })
  })
  it('behind leave all content to the others', () => {
    expect(climb([0.6, 0.4, 0], [0.8, 0, 1], 4).shares[2]).toBe(0)
  })
})

describe('a floor of all content', () => {
  it('leaves nothing for the rungs above it and costs finitely more', () => {
    const { cost, shares } = climb([0.25, 0.75], [1, 1], 4)
    expect(shares).toEqual([1, 0])
    expect(cost).toBeCloseTo(0.25 ** -0.25, 12)
  })
  it('cannot be exceeded', () => {
    expect(climb([0.25, 0.75], [1.01, 1], 4).cost).toBe(Infinity)
  })
})

describe('two rungs', () => {
  it.each([
    [0.7, 0.8, 1.114003],
    [0.7, 1, 1.025464],
    [0.9, 1.25, 1.031754],
    [0.5, 0.6, 1.155879],
  ])('are the cost penalty of Head, Mayer and Melitz at part share %f and delta %f', (chi, delta, penalty) => {
    const theta = 4
    const costShare = 1 / (1 + ((1 - chi) / chi) ** ((1 + theta) / theta) * delta)
    const { cost } = climb([1, delta ** -theta], [costShare, 1], theta)
    expect(Math.abs(cost - penalty)).toBeLessThan(1e-6)
  })

  it('are their equation (3) over the unconstrained cost at any share, delta and theta', () => {
    const draws = fc.record({
      chi: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      delta: fc.double({ min: 0.4, max: 2.5, noNaN: true }),
      theta: fc.double({ min: 1, max: 9, noNaN: true }),
    })
    fc.assert(
      fc.property(draws, ({ chi, delta, theta }) => {
        const k = (theta + 1) / theta
        const constrained = chi ** k + delta * (1 - chi) ** k
        const unconstrained = (1 + delta ** -theta) ** (-1 / theta)
        const costShare = chi ** k / constrained
        const { cost } = climb([1, delta ** -theta], [costShare, 1], theta)
        const binds = costShare > 1 / (1 + delta ** -theta)
        expect(cost).toBeCloseTo(binds ? constrained / unconstrained : 1, 12)
      }),
    )
  })
})

/** 200 cases like those of vehicles at the US border: rate, duty on the rest, weights and floors. */
function dutiableCases() {
  const uniform = uniforms(3)
  return Array.from({ length: 200 }, () => {
    const weights = [0.4, 0.1, 0.4, 0.1, 0.5, 0.2].map((most) => most * uniform() + 1e-4)
    const regional = 0.9 * uniform()
    return {
      weights,
      floors: [0.5 * uniform(), 0.6 * uniform() * regional, 0, regional, uniform() < 0.5 ? 0 : 0.98, 1],
      theta: 3 + 3 * uniform(),
      duty: 0.05 * uniform(),
      dutyOnRest: 0.3 * uniform(),
    }
  })
}

describe('the ladder under a duty on non-US content', () => {
  const theta = 4

  it('costs within 1e-4 of the exact optimum of cost with duty, and on average within 5e-6', () => {
    const regrets = dutiableCases().map(({ weights, floors, theta: dispersion, duty, dutyOnRest }) => {
      const delivered = (shares: readonly number[]): number =>
        costOfShares(weights, shares, dispersion) * (1 + duty + dutyOnRest * (1 - shares[0]))
      const ours = climbWithDuty(weights, floors, dispersion, (1 + duty + dutyOnRest) / (1 + duty))
      const best = sharesBySearch(ours.shares, floors, delivered)
      expect(meetsFloors(ours.shares, floors, 1e-12)).toBe(true)
      expect(Math.abs(ours.cost / costOfShares(weights, ours.shares, dispersion) - 1)).toBeLessThan(1e-12)
      return delivered(ours.shares) / best.value - 1
    })
    expect(Math.max(...regrets)).toBeLessThan(1e-4)
    expect(sum(regrets) / regrets.length).toBeLessThan(5e-6)
  })

  it('finds the exact optimum when no floor binds', () => {
    for (const { weights, theta: dispersion, duty, dutyOnRest } of dutiableCases().slice(0, 20)) {
      const none = weights.map(() => 0)
      const delivered = (shares: readonly number[]): number =>
        costOfShares(weights, shares, dispersion) * (1 + duty + dutyOnRest * (1 - shares[0]))
      const ours = climbWithDuty(weights, none, dispersion, (1 + duty + dutyOnRest) / (1 + duty))
      expect(sharesBySearch(ours.shares, none, delivered).value).toBeGreaterThan(delivered(ours.shares) * (1 - 1e-12))
    }
  })

  it('takes the shares of the ladder with dutiable rungs made dearer', () => {
    fc.assert(
      fc.property(ladders, fc.double({ min: 1, max: 1.6, noNaN: true }), (ladder, step) => {
        const dearer = ladder.weights.map((weight, k) => (k === 0 ? weight : weight * step ** -(ladder.theta + 1)))
        const { shares } = climbWithDuty(ladder.weights, ladder.floors, ladder.theta, step)
        const best = ladderByEnumeration(dearer, ladder.floors, ladder.theta)
        shares.forEach((value, k) => expect(Math.abs(value - best.shares[k])).toBeLessThan(1e-7))
      }),
    )
  })

  it('is the plain ladder when the duty is nothing', () => {
    const weights = [0.3, 0.02, 0.36, 0.06, 0.2, 0.06]
    const floors = [0, 0.4, 0, 0.75, 0, 1]
    const plain = climb(weights, floors, theta)
    const free = climbWithDuty(weights, floors, theta, 1)
    expect(free.cost).toBeCloseTo(plain.cost, 14)
    free.shares.forEach((value, k) => expect(value).toBeCloseTo(plain.shares[k], 14))
  })

  it('is impossible where the plain ladder is', () => {
    expect(climbWithDuty([0, 0.6, 0.4], [0.1, 0, 1], 4, 1.2).cost).toBe(Infinity)
  })
})

describe('a floor on the vehicle', () => {
  it('is met in part by assembly where assembly counts', () => {
    expect(vehicleFloorToPartsFloor(0.75, 0.15, true)).toBeCloseTo(0.6 / 0.85, 15)
    expect(vehicleFloorToPartsFloor(0.1, 0.15, true)).toBe(0)
  })
  it('asks more of the parts where assembly does not count', () => {
    expect(vehicleFloorToPartsFloor(0.6, 0.2, false)).toBeCloseTo(0.75, 15)
  })
  it('asks nothing if it is zero or less', () => {
    expect(vehicleFloorToPartsFloor(0, 0.15, false)).toBe(0)
    expect(vehicleFloorToPartsFloor(-0.1, 0.15, false)).toBe(0)
  })
  it('is impossible where foreign assembly alone breaks it', () => {
    const floor = vehicleFloorToPartsFloor(0.9, 0.15, false)
    expect(climb([0.9, 0.1], [floor, 1], 4).cost).toBe(Infinity)
  })
  it('of all content asks all of the parts', () => {
    expect(vehicleFloorToPartsFloor(1, 0.15, true)).toBe(1)
  })
})
