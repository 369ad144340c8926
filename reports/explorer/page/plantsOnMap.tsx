/** The plants of a map as things that a click chooses; by keys they are chosen in the table below the map, which has a button for each. */
import type { MapPlant } from '../../charts/map/symbols.ts'
import type { JSX } from './kit.ts'

/** @param children the map, drawn as often as it is drawn. @param choose is told the name of a plant */
export function PlantsOnMap({
  children,
  plants,
  choose,
}: {
  readonly children: JSX.Element
  readonly plants: readonly Pick<MapPlant, 'name' | 'words'>[]
  readonly choose: (plant: string) => void
}): JSX.Element {
  const click = ({ target }: Event): void => {
    // The map names each symbol by its plant and what becomes of it.
    const title = target instanceof Element ? target.closest('g')?.querySelector('title') : undefined
    const plant = plants.find(({ name, words }) => `${name} ${words}` === title?.textContent)
    if (plant !== undefined) choose(plant.name)
  }
  return (
    <div class="choosable" onClick={click}>
      {children}
    </div>
  )
}
