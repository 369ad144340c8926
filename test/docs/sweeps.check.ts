/** docs/sweeps.md as a reader follows it: its file, every command in order with few replicates, its queries. */
import { readFileSync, cpSync, writeFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, test, expect, describe } from 'vitest'
import { freshFolder, type Ended, plantshift } from '../e2e/plantshift.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const page = readFileSync(join(root, 'docs', 'sweeps.md'), 'utf8')
const folder = freshFolder()
afterAll(() => folder.remove())

/** Stretches of the page in a language. */
function stretches(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((match) => match[1])
}

const commands = stretches('sh').join('').trimEnd().split('\n')
const ended = new Map<string, Ended>()

/** With few replicates, and four levels of the larger example. */
async function runAll(): Promise<void> {
  cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true })
  const example = join(folder.path, 'examples', 'content-laffer.yaml')
  writeFileSync(example, readFileSync(example, 'utf8').replace('steps: 11', 'steps: 4'))
  writeFileSync(join(folder.path, 'grid.yaml'), stretches('yaml')[0])
  for (const command of commands) {
    const few = command.includes('examples/') ? '3' : command.includes('resume') ? '16' : '12'
    const line = command.replace(/(--replicates) \d+/, `$1 ${few}`).replace(/^npx plantshift /, '')
    const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2])
    ended.set(command, await plantshift(folder.path, ...words))
  }
}
beforeAll(runAll)

function outputOf(part: string): string {
  return ended.get(commands.find((command) => command.includes(part))!)!.stdout
}

function written(path: string): string {
  return readFileSync(join(folder.path, path), 'utf8')
}

test.each(commands)('%s', (command) => {
  const { code, stderr } = ended.get(command)!
  expect(code, stderr).toBe(0)
})

test('a sweep by ids of the table runs, with titles and units from there', async () => {
  writeFileSync(join(folder.path, 'ids.yaml'), stretches('yaml')[1])
  const { code, stderr } = await plantshift(folder.path, 'sweep', 'ids.yaml', '--replicates', '3', '--quiet')
  expect(code, stderr).toBe(0)
  const { levers, points } = JSON.parse(written('out/ids/plan.json')) as {
    readonly levers: readonly { readonly title: string; readonly unit: string }[]
    readonly points: readonly unknown[]
  }
  expect(points).toHaveLength(6)
  expect(levers[0]).toMatchObject({ title: 'US tariff on vehicles from Mexico', unit: 'fraction of value' })
})

test('its sweep has ten points, in two parts, and is made longer', () => {
  expect(outputOf('sweep grid.yaml')).toMatch(/10 points of duty .*, elasticity; each against base/s)
  expect(written('out/grid/plan.json')).toMatch(/"replicates": 16/)
  expect(written('grid.csv').split('\n')[0]).toBe(
    'scenario,duty,elasticity,replicate,year,status,output.MX,priceIndex.US',
  )
})

const point = 'duty=0.4 elasticity=4.5'

function figureOf(rows: readonly (readonly unknown[])[]): number {
  return Number(rows.find(([name]) => name === point)![1])
}

describe('its queries', () => {
  test('give the figures of sweep.csv', async () => {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const connection = await (await DuckDBInstance.create(':memory:')).connect()
    const [means, differences] = stretches('sql').map((query) =>
      query.replaceAll('out/grid', join(folder.path, 'out/grid')),
    )
    const meanRows = (await connection.runAndReadAll(means)).getRows()
    const differenceRows = (await connection.runAndReadAll(differences)).getRows()
    connection.closeSync()
    // Ten points and the baselines of two parts; the table was written anew by resume, from the same replicates.
    expect(meanRows).toHaveLength(12)
    const table = written('out/grid/sweep.csv').split('\n')
    const start = `${point},0.4,4.5,output,MX,2036,vehicles`
    const stated = (statistic: string): number =>
      Number(table.find((row) => row.startsWith(`${start},${statistic},`))!.split(',')[8])
    expect(figureOf(meanRows) / stated('mean')).toBeCloseTo(1, 2)
    expect(figureOf(differenceRows) / stated('difference')).toBeCloseTo(1, 2)
  })
})

describe('optimise', () => {
  test('says the best level at each combination of the other levers, and writes its curves', () => {
    const text = outputOf('optimise out/grid')
    expect(text).toMatch(/^At elasticity 4\.5\n/m)
    expect(text).toMatch(/^At elasticity 5\.5\n/m)
    const { optima } = JSON.parse(written('out/grid/optimum.json'))
    expect(optima.map(({ others }: { others: unknown }) => others)).toEqual([{ elasticity: 4.5 }, { elasticity: 5.5 }])
    expect(optima[0].curve.points).toHaveLength(5)
    // A duty of nothing is the baseline, to the bit.
    expect(optima[0].curve.points[0]).toEqual({
      level: 0,
      mean: 0,
      error: { low: 0, high: 0 },
      spread: { low: 0, high: 0 },
    })
    expect(written('out/grid/optimum.csv').split('\n')[0]).toMatch(/^elasticity,duty,mean,monteCarloError/)
  })

  test('runs a sweep file first, and prints what it finds in place of the table of points', () => {
    const text = outputOf('optimise examples/')
    expect(text).toMatch(/^content-laffer: content/)
    expect(text).not.toMatch(/12 points/)
    // The dearer it is to fail, the farther out the peak.
    const { optima } = JSON.parse(written('out/content-laffer/optimum.json'))
    const tops: readonly number[] = optima.map(({ optimum }: { optimum: { top: { at: number } } }) => optimum.top.at)
    expect(tops).toEqual(tops.toSorted((one, other) => one - other))
    expect(tops[0]).toBeLessThan(0.9)
    expect(tops[2]).toBeGreaterThan(0.93)
  })
})

test('several outcomes at once have a front at each elasticity, on which the baseline is', () => {
  const text = outputOf('--threshold')
  expect(text).toMatch(/^At elasticity 4\.5\n[^]*^At elasticity 5\.5\n/m)
  const { fronts } = JSON.parse(written('out/grid/front.json'))
  expect(fronts).toHaveLength(2)
  expect(fronts[0].points).toHaveLength(6)
  expect(fronts[0].points[0]).toMatchObject({ number: 0, front: { isOnFront: true, chance: 1 } })
})

describe('discover', () => {
  test('finds that a high duty is what moves two million vehicles, and says what the box holds', () => {
    const text = outputOf('--below -2000000')
    expect(text.replaceAll('\n', ' ')).toMatch(
      /grid fails in \d+% of replicates \(\d+% to \d+%\) where duty is above 0\.\d+/,
    )
  })

  test('leaves its findings in the folder, of the last question', () => {
    const found = JSON.parse(written('out/grid/discovery.json'))
    expect(found).toMatchObject({ option: point, against: 'base elasticity=4.5', outcome: 'partsJobs.US', points: 1 })
    expect(existsSync(join(folder.path, 'out/grid/discovery.csv'))).toBe(true)
  })
})

test('the report of a sweep shows what was found in it, and is whole without a finding that is damaged', async () => {
  const html = written('out/grid/report.html')
  for (const words of ['Where it fails', 'Along the lever', 'at elasticity 5.5', 'Choosing between the options'])
    expect(html).toContain(words)
  expect(ended.get(commands.find((command) => command.includes('discover'))!)!.stderr).toMatch(
    /The report shows it too: .*report\.html/,
  )
  cpSync(join(folder.path, 'out/grid'), join(folder.path, 'out/damaged'), { recursive: true })
  const file = join(folder.path, 'out/damaged/discovery.json')
  writeFileSync(file, written('out/grid/discovery.json').slice(0, 90))
  const { code, stderr } = await plantshift(folder.path, 'report', 'out/damaged')
  expect(code, stderr).toBe(0)
  expect(stderr).toMatch(
    /discovery\.json: left out of the report, since it cannot be read: it is not whole JSON; find it anew with discover/,
  )
  expect(written('out/damaged/report.html')).not.toContain('Where it fails')
  expect(existsSync(join(folder.path, 'out/damaged/tables/failing-1.csv'))).toBe(false)
})

describe('a question that has no answer: exit code 2 and a message that helps', () => {
  test.each([
    ['discover out/grid --outcome output.MX --below 0', /no case fails; the outcome goes from \d+ to \d+/],
    ['optimise out/grid --outcome output.MX', /--lever: say which; there are duty, elasticity/],
    ['optimise out/grid --outcome output.MX --lever duty --replicates 9', /--replicates: is for a sweep file/],
  ])('%s', async (line, message) => {
    const { code, stdout, stderr } = await plantshift(folder.path, ...line.split(' '))
    expect(code, stderr).toBe(2)
    expect(stderr).toMatch(message)
    expect(stdout).toBe('')
  })
})
