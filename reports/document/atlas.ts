/** Geometry of the maps, from the packages us-atlas and world-atlas. */
import { createRequire } from 'node:module'
import type { Atlas } from '../charts/map/outlines.ts'

const require = createRequire(import.meta.url)

/** States of the United States, and the countries of the world at 1:50 million: coarser ones put cities into the wrong country. */
export function readAtlas(): Atlas {
  return {
    world: require('world-atlas/countries-50m.json') as Atlas['world'],
    states: require('us-atlas/states-10m.json') as Atlas['states'],
  }
}
