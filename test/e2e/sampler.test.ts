import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

async function call(words: string): Promise<Ended> {
  return plantshift(folder.path, ...words.split(' '))
}

describe('plantshift run --sampler sobol', () => {
  let run: Ended
  beforeAll(async () => {
    run = await call('run base --sampler sobol --replicates 40 --seed 3 --out sobol')
  })

  test('says how parameters were drawn, from how many groups errors come, and how to get the same again', () => {
    expect(run.code, run.stderr).toBe(0)
    expect(run.stdout).toMatch(
      /drawn as Sobol' points, 16 scramblings; m\.e\. of outcomes from the\s+differences\s+between\s+16\s+independent\s+groups\./,
    )
    expect(run.stdout).toMatch(/The same numbers again: .* --sampler sobol --replicates 40 --seed 3/)
  })

  test('says which number of replicates would be balanced', () => {
    expect(run.stderr).toContain('each of the 16 scramblings has 1, 2, 4, 8 ... of them: 64 replicates would be')
  })

  test('has replicates that replay shows, with the same option', async () => {
    const replay = async (option: string): Promise<{ readonly parameters: unknown }> =>
      JSON.parse((await call(`replay base --replicate 3 --seed 3 --json${option}`)).stdout)
    const sobol = await replay(' --sampler sobol')
    const plain = await replay(' --sampler monte-carlo')
    expect(sobol.parameters).not.toEqual(plain.parameters)
    expect(plain).toEqual(await replay(''))
  })

  test('is refused for a sampler that there is not, with the nearest that there is', async () => {
    const refused = await call('run base --sampler sobal')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toBe('--sampler: "sobal" is not allowed; did you mean sobol?\n')
  })
})
