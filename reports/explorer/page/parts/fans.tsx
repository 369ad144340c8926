/** Output and jobs by country, year by year, as in the reports. */
import { fanSvg } from '../../../charts/fan.ts'
import { type FanPicture, fansOf, fanTable } from '../../../document/fanSections.ts'
import { optionsOf } from '../../../document/options.ts'
import { Chart } from '../drawing.tsx'
import { computed, type JSX, type ReadonlySignal, useComputed } from '../kit.ts'
import type { Part } from '../part.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

function Content({ store }: { readonly store: Store }): JSX.Element {
  const fans = useComputed(() => {
    const report = store.picture.value?.report
    return report === undefined ? [] : fansOf(report, optionsOf(report))
  })
  const ids = useComputed(() => fans.value.map(({ id }) => id).join(' '))
  return (
    <>
      {ids.value
        .split(' ')
        .filter((id) => id !== '')
        .map((id) => (
          <FanFigure key={id} id={id} fans={fans} store={store} />
        ))}
    </>
  )
}

function FanFigure({
  id,
  fans,
  store,
}: {
  readonly id: string
  readonly fans: ReadonlySignal<readonly FanPicture[]>
  readonly store: Store
}): JSX.Element | null {
  const found = useComputed(() => fans.value.find((fan) => fan.id === id))
  const svg = useComputed(() => {
    const fan = found.value?.fan
    return (width: number) => (fan === undefined ? '' : fanSvg(fan, width))
  })
  const table = computed(() => {
    const report = store.picture.value?.report
    return found.value && report && fanTable(id, found.value.title, found.value.rows, optionsOf(report))
  })
  if (found.value === undefined) return null
  const { title, fan } = found.value
  return (
    <figure id={`figure-${id}`}>
      <figcaption>
        <strong>{title} by country.</strong> Change against {fan.baseline} in the same year; line and figure: mean,
        band: 90% of replicates.
      </figcaption>
      <Chart svg={svg} />
      <details>
        <summary>Table: {title}</summary>
        {table.value === undefined ? null : <Table table={table.value} />}
      </details>
    </figure>
  )
}

export const fansPart: Part = {
  id: 'years',
  title: 'Output and jobs, year by year',
  families: ['output', 'assemblyJobs', 'partsJobs'],
  Content,
}
