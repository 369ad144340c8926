/**
 * What pictures say of a heap of numbers, by simple-statistics: classes with natural breaks, and a smoothed density. For the eye
 * alone: its exponentials may differ in the last digit between machines, so that no figure of a result is made by it.
 */
import { ckmeans, interquartileRange, kernelDensityEstimation, median, standardDeviation } from 'simple-statistics'

/**
 * The middle of each class, when numbers are put into classes within which they differ least (Ckmeans: Wang and Song, "Ckmeans.1d.dp:
 * optimal k-means clustering in one dimension by dynamic programming", The R Journal 3, 2011).
 *
 * @param most classes; fewer where there are fewer different numbers
 */
export function naturalClasses(values: readonly number[], most: number): readonly number[] {
  const count = Math.min(most, new Set(values).size)
  return count === 0 ? [] : ckmeans([...values], count).map((one) => median(one))
}

/**
 * How densely numbers lie, by normal kernels of Scott's width ("Multivariate Density Estimation", 1992); undefined where they have no spread.
 *
 * @returns the share of all that lies at a place, for each unit of it
 */
export function density(values: readonly number[]): ((at: number) => number) | undefined {
  if (values.length < 2) return undefined
  const all = [...values]
  // Most may be equal: half of them lie in no width, and some lie apart.
  const width = Math.min(standardDeviation(all), interquartileRange(all) / 1.34)
  return width > 0 ? kernelDensityEstimation(all, 'gaussian', 'nrd') : undefined
}
