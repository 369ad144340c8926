/** What is too much is refused where it stands, before anything works with it. */
import { expect, test } from 'vitest'
import { linesOf, problemsOf } from '../scenarioFiles.ts'

const head = 'extends: base\ntitle: t\npolicy:\n'

function numbered(count: number, line: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('')
}

function duties(count: number): string {
  return Array.from({ length: count }, (_, n) => `d${n}: { market: US, origins: [CN], rate: .1 }`).join(', ')
}

/** Problems of a file that is named anew for each text, as they are read. */
function said(text: string): readonly string[] {
  return linesOf(problemsOf(text))
}

test('a file with thousands of regimes, events, keys, correlations or names is refused at the list that is too long', () => {
  const regimes = numbered(11_000, (n) => `    r${n}: { extends: usmca }`)
  expect(said(`${head}  regimes:\n${regimes}`)).toEqual([
    'rule.yaml:4:3: policy.regimes holds 11000 entries; the most is 200',
  ])
  const events = numbered(2_000, () => '    - { date: 2026-07-01, to: usmca }')
  expect(said(`${head}  events:\n${events}`)).toEqual([
    'rule.yaml:4:3: policy.events holds 2000 entries; the most is 200',
  ])
  expect(said(`title: t\n${numbered(1_000, (n) => `k${n}: 1`)}`)).toEqual([
    'rule.yaml:1:1: the file holds 1001 entries; the most is 1000',
  ])
  expect(said(`title: t\nextends: [${'base, '.repeat(101)}]\n`)).toEqual([
    'rule.yaml:2:1: extends holds 101 entries; the most is 100',
  ])
  const lists = numbered(60, (n) => `  l${n}: [${'1, '.repeat(900)}]`)
  expect(said(`title: t\nnote:\n${lists}`)).toEqual(['rule.yaml:1:1: the file holds 54062 values; the most is 50000'])
})

test('regimes of several files count together, and so do rules with those that they are made of, and dates', () => {
  const regimes = (from: number, count: number): string =>
    `policy:\n  regimes:\n${numbered(count, (n) => `    r${from + n}: { extends: usmca }`)}`
  const two = {
    'a.yaml': `extends: ./b.yaml\ntitle: t\n${regimes(0, 150)}`,
    'b.yaml': `extends: base\n${regimes(150, 60)}`,
  }
  expect(linesOf(problemsOf(two))).toEqual(['a.yaml:4:3: policy.regimes: there are 211 regimes; the most is 200'])
  const crowded = `${head}  regimes:\n    usmca: { additionalDuties: { ${duties(101)} } }\n`
  expect(said(crowded)).toEqual([
    'rule.yaml:5:14: policy.regimes.usmca.additionalDuties: there are 104 rules; the most is 100',
  ])
  const many = `${head}  regimes:\n    usmca: { additionalDuties: { ${duties(90)} } }\n${numbered(60, (n) => `    r${n}: { extends: usmca }`)}`
  expect(said(many)).toEqual([
    'rule.yaml:4:3: policy.regimes: there are 6588 rules in all whole regimes; the most is 5000',
  ])
  const steps = Array.from({ length: 10 }, (_, n) => `{ from: ${2026 + n}-01-01, value: .${n + 1} }`).join(', ')
  const dated = `${head}  regimes:\n${numbered(40, (n) => `    r${n}: { extends: usmca, partsDuties: { US: { CN: [${steps}] } } }`)}`
  expect(said(dated)).toEqual([
    'rule.yaml:4:3: policy.regimes: there are 441 regimes and dates on which they change; the most is 400',
  ])
})
