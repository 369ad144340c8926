/** Texts of odd pieces, for properties. */
import fc from 'fast-check'
import { oddPieces } from './oddPieces.ts'

/** A text of a few odd pieces, never empty. */
export const oddText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...oddPieces), fc.string({ minLength: 1, maxLength: 3, unit: 'binary' })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''))
