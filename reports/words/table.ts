/** A plain text table: columns as wide as their contents, numbers to the right, words to the left. */

export interface Column {
  readonly title: string
  readonly align: 'left' | 'right'
}

/** Lines of the table, heading first. A row of one cell is a heading that spans all columns. */
export function tableLines(columns: readonly Column[], rows: readonly (readonly string[])[]): readonly string[] {
  const widths = columns.map(({ title }, c) =>
    Math.max(title.length, ...rows.map((row) => (row.length === 1 ? 0 : (row[c] ?? '').length))),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, c) => (columns[c].align === 'right' ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ title }) => title)), ...rows.map((row) => (row.length === 1 ? row[0] : line(row)))]
}

/** Breaks a sentence into lines of at most `width`, the later ones indented. */
export function wrapText(text: string, width: number, indent: string = ''): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
