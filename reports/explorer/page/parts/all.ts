/** The parts of the answer, in the order in which they are read. */
import type { Part } from '../part.ts'
import { answerPart } from './answer.tsx'
import { decisionPart } from './decision.tsx'
import { fansPart } from './fans.tsx'
import { curvePart } from './curve.tsx'
import { futuresPart } from './futures.tsx'
import { whyPart } from './why.tsx'

export const parts: readonly Part[] = [answerPart, decisionPart, fansPart, futuresPart, curvePart, whyPart]
