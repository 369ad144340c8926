/** Which plants move and which lines go where, on the map of the reports. */
import { plantMapSvg } from '../../../charts/map/plantMap.ts'
import { moveTable, plantMapChart, readingOfMap, withPlants } from '../../../document/mapChart.ts'
import { optionsOf } from '../../../document/options.ts'
import { plantTable } from '../../../document/plantTable.ts'
import { lastYear } from '../../../document/years.ts'
import { Chart } from '../drawing.tsx'
import { type JSX, type ReadonlySignal, useComputed } from '../kit.ts'
import { atlas, landOf, lands, problem, useAtlas } from '../land.ts'
import type { Part } from '../part.ts'
import { PlantsOnMap } from '../plantsOnMap.tsx'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

function Content({ store }: { readonly store: Store }): JSX.Element | null {
  useAtlas(store)
  const shown = useComputed(() => {
    const report = store.picture.value?.report
    if (report === undefined) return undefined
    const options = optionsOf(report)
    const there = withPlants(report, options)
    return there.length === 0 ? undefined : { report, options, there }
  })
  if (shown.value === undefined) return null
  const { report, options, there } = shown.value
  const chosen = store.settings.value?.year
  return (
    <>
      <figure id="figure-map">
        <figcaption>
          <strong>Plants in {lastYear(report)}.</strong> Against {options.against} in the same year; sizes in vehicles a
          year. Numbers are those of the table of plants. Click on a plant, there or here, to see why it moves or stays.{' '}
          {chosen === undefined || chosen === lastYear(report)
            ? ''
            : `The map is of ${lastYear(report)}, whatever year is chosen.`}
        </figcaption>
        <PlantMap shown={shown} store={store} />
      </figure>
      {problem.value === '' ? null : <p class="warning">{problem.value}</p>}
      <details>
        <summary>How to read the map</summary>
        <p>{readingOfMap(report, options)}</p>
      </details>
      <Table table={plantTable(report, there)} buttons={{ column: 'plant', choose: (why) => tellWhy(store, why) }} />
      <details>
        <summary>Table: lines that move</summary>
        <Table table={moveTable(report, there, options.against)} />
      </details>
    </>
  )
}

type Shown = { readonly report: Parameters<typeof plantMapChart>[0]; readonly options: ReturnType<typeof optionsOf> }

function PlantMap({
  shown,
  store,
}: {
  readonly shown: ReadonlySignal<Shown | undefined>
  readonly store: Store
}): JSX.Element {
  const chart = useComputed(() => {
    const now = shown.value
    return now && plantMapChart(now.report, now.options.all[0], now.options)
  })
  const svg = useComputed(() => {
    const [now, geometry] = [chart.value, atlas.value]
    // Drawn again when a land is made.
    void lands.value
    return (width: number) => {
      const land = geometry && landOf(width, geometry)
      return now === undefined || land === undefined ? '' : plantMapSvg(now, land)
    }
  })
  return (
    <PlantsOnMap plants={chart.value?.plants ?? []} choose={(why) => tellWhy(store, why)}>
      <Chart svg={svg} />
    </PlantsOnMap>
  )
}

/** Tells why, and goes where it is told. */
function tellWhy(store: Store, why: string): void {
  store.change({ why })
  document.querySelector<HTMLElement>('#why')?.focus()
}

export const mapPart: Part = {
  id: 'plants',
  title: 'Which plants move',
  families: ['plantsOpened'],
  Content,
}
