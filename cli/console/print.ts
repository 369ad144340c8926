/** Text for people, on standard output and standard error: no sign in it acts on the terminal but those of this program. */
import { boldEnd, boldStart } from '../../reports/text/style.ts'
import { visibleText } from '../../reports/words/visible.ts'

/** Writes text on standard output. JSON is written as it is, by `printJson`. */
export function print(text: string): void {
  process.stdout.write(styled(text))
}

/** Writes a value as one line of JSON. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Writes a message and ends its line. */
export function printMessage(text: string): void {
  process.stderr.write(`${visibleText(text)}\n`)
}

function styled(text: string): string {
  const parts = text.split(boldStart).map((part) => part.split(boldEnd).map(visibleText).join(boldEnd))
  return parts.join(boldStart)
}
