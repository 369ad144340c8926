/**
 * Points for Sobol' designs: scrambled Sobol' points (`engine/math/sobolPoints.ts`), whose even spread lowers the
 * error of indices, and independent uniforms in the columns beyond those for which direction numbers are known.
 */
import { sobolDimensions, sobolUniform } from '../../math/sobolPoints.ts'
import { newStream, nextUniform, startStream, type Key } from '../../math/streams.ts'
import { sensitivityPurpose } from './purposes.ts'

/** [row x column] strictly between 0 and 1 */
export function designPoints(root: Key, rows: number, columns: number): Float64Array {
  const points = new Float64Array(rows * columns)
  const stream = newStream()
  const key = newStream()
  for (let row = 0; row < rows; row++) {
    startStream(stream, root, row, sensitivityPurpose.padding, 0)
    for (let column = 0; column < columns; column++) {
      points[row * columns + column] =
        column < sobolDimensions
          ? sobolUniform(key, root, sensitivityPurpose.points, 0, row, column)
          : nextUniform(stream)
    }
  }
  return points
}
