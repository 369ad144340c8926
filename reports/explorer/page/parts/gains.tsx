/** Who gains and who loses in the year that is chosen, also by income, as in the reports. */
import { intervalsSvg } from '../../../charts/intervals.ts'
import { gainPicture, readingOfGains } from '../../../document/gainSection.ts'
import { optionsOf } from '../../../document/options.ts'
import { payerSentence } from '../../../document/payers.ts'
import { lastYear } from '../../../document/years.ts'
import { Chart } from '../drawing.tsx'
import { type JSX, useComputed } from '../kit.ts'
import type { Part } from '../part.ts'
import { shownReport } from '../shown.ts'
import type { Store } from '../store.ts'
import { Table } from '../table.tsx'

function Content({ store }: { readonly store: Store }): JSX.Element | null {
  const report = shownReport(store)
  const picture = useComputed(() => report.value && gainPicture(report.value, optionsOf(report.value)))
  const svg = useComputed(() => {
    const chart = picture.value?.chart
    return (width: number) => (chart === undefined ? '' : intervalsSvg(chart, width))
  })
  if (report.value === undefined || picture.value === undefined) return null
  const options = optionsOf(report.value)
  return (
    <>
      <p>{payerSentence(report.value, options.all[0].name)}</p>
      <figure id="figure-gains">
        <figcaption>
          <strong>Gains and losses in {lastYear(report.value)}.</strong> Against {options.against} in the same year,
          billion USD of 2024. Points and figures: means; lines: 90% of replicates. A hollow point may be a gain, a loss
          or nothing.
        </figcaption>
        <Chart svg={svg} />
        <details>
          <summary>Table: gains and losses, with their Monte Carlo errors</summary>
          <Table table={picture.value.table} />
        </details>
      </figure>
      <details>
        <summary>How to read gains and losses</summary>
        <p>{readingOfGains(options)}</p>
      </details>
    </>
  )
}

export const gainsPart: Part = {
  id: 'gains',
  title: 'Who gains and who loses',
  families: [
    'gainUS',
    'gainCA',
    'gainMX',
    'profit',
    'welfare',
    'consumersUS',
    'consumersCA',
    'consumersMX',
    'incomeShareUS',
    'incomeShareCA',
    'incomeShareMX',
  ],
  Content,
}
