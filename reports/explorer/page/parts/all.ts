/** The parts of the answer, in the order in which they are read. */
import type { Part } from '../part.ts'
import { answerPart } from './answer.tsx'
import { chosenPart } from './chosen.tsx'
import { decisionPart } from './decision.tsx'
import { fansPart } from './fans.tsx'
import { curvePart } from './curve.tsx'
import { futuresPart } from './futures.tsx'
import { gainsPart } from './gains.tsx'
import { mapPart } from './map.tsx'
import { takeAwayPart } from './takeAway.tsx'
import { whyPart } from './why.tsx'

export const parts: readonly Part[] = [
  answerPart,
  mapPart,
  fansPart,
  gainsPart,
  decisionPart,
  chosenPart,
  futuresPart,
  curvePart,
  whyPart,
  takeAwayPart,
]
