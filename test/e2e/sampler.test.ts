import { afterAll, describe, expect, test } from 'vitest'
import { freshFolder, plantshift } from './plantshift.ts'

const folder = freshFolder()
afterAll(() => folder.remove())

function call(words: string): ReturnType<typeof plantshift> {
  return plantshift(folder.path, ...words.split(' '))
}

describe('plantshift run --sampler sobol', () => {
  const { code, stdout, stderr } = call('run base --sampler sobol --replicates 40 --seed 3 --workers 1 --out sobol')

  test('says how parameters were drawn, from how many groups errors come, and how to get the same again', () => {
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(
      /drawn as Sobol' points, 16 scramblings; m\.e\. of outcomes from .* 16\s+independent groups\./,
    )
    expect(stdout).toMatch(/The same numbers again: .* --sampler sobol --replicates 40 --seed 3/)
  })

  test('says which number of replicates would be balanced', () => {
    expect(stderr).toContain('each of the 16 scramblings has 1, 2, 4, 8 ... of them: 64 replicates would be')
  })

  test('has replicates that replay shows, with the same option', () => {
    const [sobol, plain] = ['--sampler sobol', '--sampler monte-carlo'].map((option) =>
      JSON.parse(call(`replay base --replicate 3 --seed 3 --json ${option}`).stdout),
    )
    expect(sobol.parameters).not.toEqual(plain.parameters)
    expect(plain).toEqual(JSON.parse(call('replay base --replicate 3 --seed 3 --json').stdout))
  })

  test('is refused for a sampler that there is not, with the nearest that there is', () => {
    const refused = call('run base --sampler sobal')
    expect(refused.code).toBe(2)
    expect(refused.stderr).toBe('--sampler: "sobal" is not allowed; did you mean sobol?\n')
  })
})
