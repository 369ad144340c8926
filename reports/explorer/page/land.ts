/** The land of maps: its geometry, loaded once when the first map is to be drawn, and its outlines for every width. */
import type { Atlas } from '../../charts/map/outlines.ts'
import { type BaseMap, baseMapByPieces } from '../../charts/map/plantMap.ts'
import { signal, type Signal, useSignalEffect } from './kit.ts'
import type { Store } from './store.ts'
import { takeTurn } from './turns.ts'

/** Undefined until it is loaded. */
export const atlas: Signal<Atlas | undefined> = signal(undefined)
/** Why it cannot be had, in words; empty where it can. */
export const problem: Signal<string> = signal('')
/** Land of the widths that have been drawn. */
export const lands: Signal<ReadonlyMap<number, BaseMap>> = signal(new Map())
const begun = new Set<number>()

/** The land for a width; undefined until it is made, which takes longer than all that is on it, and many turns. @param width pixels */
export function landOf(width: number, geometry: Atlas): BaseMap | undefined {
  if (!begun.has(width)) {
    begun.add(width)
    const pieces = baseMapByPieces(width, geometry)
    const goOn = (): void => {
      const made = pieces.next()
      if (made.done === true) lands.value = new Map([...lands.peek(), [width, made.value]])
      else takeTurn('unseen', goOn)
    }
    takeTurn('unseen', goOn)
  }
  return lands.value.get(width)
}

/** Loads the geometry for a part that draws a map. */
export function useAtlas(store: Store): void {
  useSignalEffect(() => {
    // After the first figures: nobody waits for them because of the map.
    if (store.picture.value !== undefined && atlas.peek() === undefined) void loadAtlas(store)
  })
}

async function loadAtlas(store: Store): Promise<void> {
  try {
    atlas.value = JSON.parse(await store.later('atlas')) as Atlas
    problem.value = ''
  } catch (error) {
    problem.value = `The map cannot be drawn; the tables have all that is on it. ${error instanceof Error ? error.message : ''}`
  }
}
