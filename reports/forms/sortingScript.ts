/**
 * The only script of a report: a click on a heading sorts each group of its table by that column. A report reads the
 * same without it. Plain text, since it runs in the reader's browser and not here.
 */
export const sortingScript: string = `
for (const table of document.querySelectorAll('table')) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.title = 'Sort by this column'
    button.append(...heading.childNodes)
    if (!button.textContent) return
    heading.append(button)
    button.addEventListener('click', () => {
      const down = heading.getAttribute('aria-sort') !== 'descending'
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort')
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending')
      const key = (row) => {
        const text = row.cells[column].textContent.replace(/,/g, '')
        const number = /-?\\d+(\\.\\d+)?/.exec(text)
        return number ? Number(number[0]) : text
      }
      const before = (one, other) => {
        const [a, b] = [key(one), key(other)]
        const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))
        return down ? -order : order
      }
      for (const body of table.tBodies) {
        const rows = [...body.rows].filter((row) => !row.classList.contains('group'))
        rows.sort(before).forEach((row) => body.append(row))
      }
    })
  })
}
`
