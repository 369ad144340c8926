/** The map of one year of one future, with its table. */
import { plantMapSvg } from '../../../charts/map/plantMap.ts'
import { futureMap, futurePlants, futurePlantTable } from '../../../document/futureMap.ts'
import type { FutureAnswer } from '../../engine/asides.ts'
import { Chart } from '../drawing.tsx'
import { type JSX, useComputed, useSignal } from '../kit.ts'
import { atlas, landOf, lands, useAtlas } from '../land.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

/** The map. @param t position of the year */
export function FutureMap({
  store,
  answer,
  t,
}: {
  readonly store: Store
  readonly answer: FutureAnswer
  readonly t: number
}): JSX.Element {
  useAtlas(store)
  const shown = useSignal({ answer, t })
  if (shown.peek().answer !== answer || shown.peek().t !== t) shown.value = { answer, t }
  const plants = useComputed(() => {
    const rows = store.picture.value?.report.plants ?? []
    // A row a plant slot; both scenarios have the same.
    const sites = rows.filter(({ scenario }) => scenario === rows[0].scenario)
    const { future } = shown.value.answer
    return sites.length === 0 ? [] : futurePlants(future, sites, shown.value.t)
  })
  const svg = useComputed(() => {
    const geometry = atlas.value
    const now = shown.value
    const all = plants.value
    const title = titleOf(now.answer, now.t)
    // Drawn again when a land is made.
    void lands.value
    return (width: number): string => {
      const land = geometry && landOf(width, geometry)
      return land === undefined ? '' : plantMapSvg(futureMap(now.answer.future, all, now.t, title), land)
    }
  })
  const title = titleOf(answer, t)
  return (
    <figure id="figure-future">
      <figcaption>
        <strong>{title}.</strong> What happens here happens in this future; size: change in vehicles a year. An arrow:
        lines that are built in another country than under {answer.future.scenarios[0].name} in the same future and
        year.
      </figcaption>
      <Chart svg={svg} />
      <details>
        <summary>Table: plants that differ in this year of this future</summary>
        <Table table={futurePlantTable(plants.value, `${title}: the largest changes`)} />
      </details>
    </figure>
  )
}

function titleOf({ future }: FutureAnswer, t: number): string {
  const [baseline, option] = future.scenarios
  return `This future in ${option.years[t].year}, ${option.name} against ${baseline.name}`
}
