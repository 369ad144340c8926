/**
 * Texts in CSV files that a spreadsheet would take for formulas. A cell that begins with = + - @, a tab or the end of a line, and is no
 * number, gets an apostrophe before it, behind which a spreadsheet shows a text; so does a text that begins with apostrophes and
 * then one of these, so that every text comes back as it was when the first apostrophe is taken away again.
 */

/** The wide forms of = + - @ are taken for them where Chinese, Japanese or Korean is written. */
const formula = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const escaped = /^''*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
const number = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i

/** A text as a cell that no spreadsheet takes for a formula; what is a number stays as it is. */
export function safeCell(text: string): string {
  return formula.test(text) && !number.test(text) ? `'${text}` : text
}

/** The text of a cell that may have been made safe. */
export function originalText(cell: string): string {
  return escaped.test(cell) ? cell.slice(1) : cell
}

/** A cell in quotes or without, and what ends it. */
const cells = /("[^"]*(?:""[^"]*)*"|[^,\n]*)(,|\n|$)/g

/** A whole CSV text, in which cells were made safe, with its texts as they were. */
export function withOriginalTexts(csv: string): string {
  return csv.replace(cells, (_, cell: string, end: string) => {
    const quote = cell.startsWith('"') ? '"' : ''
    return `${quote}${originalText(cell.slice(quote.length))}${end}`
  })
}
