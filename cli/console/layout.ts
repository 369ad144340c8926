/** How text is laid out on standard output. */
import { ansiStyle, plainStyle, type Style } from '../../reports/text/style.ts'

/** As wide as the terminal, and bold where it can be unless NO_COLOR is set; the same on every machine in a file. */
export function styleOfOutput(): Style {
  const { isTTY, columns } = process.stdout
  if (!isTTY) return plainStyle
  const style = ansiStyle(columns)
  return (process.env['NO_COLOR'] ?? '') === '' ? style : { ...style, bold: plainStyle.bold }
}
