/** Several options are printed on one screen, as wide as a file is read; everything on request. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

const mostLines = 40
const width = 80

function linesOf({ stdout }: Ended): readonly string[] {
  // The line that reproduces a result is to be copied whole.
  return stdout
    .trimEnd()
    .split('\n')
    .filter((line) => !line.includes('again:'))
}

describe('compare of five', () => {
  let compared: Ended
  beforeAll(async () => {
    const names = 'path-2026 parity-15 korea-25 content-85 usmca-free-of-232 side-letter-quota'
    compared = await plantshift(folder.path, ...`compare ${names} --replicates 3 --out five`.split(' '))
  })

  test('fits on a screen, and no line is longer than it', () => {
    expect(compared.code, compared.stderr).toBe(0)
    expect(linesOf(compared).length).toBeLessThan(mostLines)
    expect(linesOf(compared).filter((line) => line.length > width)).toEqual([])
  })

  test('begins with what is compared with what, names options whole, and says what is best and what to keep in mind', () => {
    const text = compared.stdout.replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/^5 options, each against: The actual path of 2025 and 2026, kept from there on\./)
    expect(text).toContain('E The side letters of 2018 are honoured (side-letter-quota)')
    expect(text).toMatch(/2036: change against .* A [▲▼] [+-]/)
    expect(text).toMatch(/US as a whole the least|trade off|cannot tell|best by all|costs the United States as a whole/)
    expect(text).toMatch(/Keep in mind: .*content-85 is a change to base/)
    expect(text).toContain('--full prints them here')
  })

  test('prints every table with --full, no wider', async () => {
    const full = await plantshift(folder.path, 'report', 'five', '--full')
    expect(full.code, full.stderr).toBe(0)
    expect(linesOf(full).length).toBeGreaterThan(300)
    expect(full.stdout).toContain('Choosing by')
    expect(linesOf(full).filter((line) => line.length > width)).toEqual([])
    expect(full.stdout.replaceAll('low..high', '')).not.toMatch(/\w\.\.[A-Za-z]/)
  })
})
