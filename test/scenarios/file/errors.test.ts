/** Every mistake in a scenario file is found, at its place, with what is allowed and the nearest right answer. */
import { describe, expect, it } from 'vitest'
import { loadScenario } from '../../../scenarios/load.ts'
import { smallIndustry } from '../../reference/smallIndustry.ts'
import { linesOf, placeOf, problemsOf } from '../scenarioFiles.ts'

const head = 'extends: base\ntitle: A rule\n'

/** A rule of a regime that extends the USMCA; `text` begins in line 8, column 13. */
function programme(text: string): string {
  return `${head}policy:
  regimes:
    strict:
      extends: usmca
      programmes:
        US: { rule: ${text} }
`
}

describe('the shape of a file', () => {
  it('has no unknown keys, and the nearest key is named', () => {
    const [problem] = problemsOf(`${head}polcy: {}\n`)
    expect(placeOf(problem)).toBe('rule.yaml:3:1')
    expect(problem).toMatchObject({ path: 'polcy', given: 'polcy', nearest: 'policy' })
    expect(problem.message).toBe('unknown key: polcy; did you mean policy?')
    expect(problem.allowed).toContain('uncertainties')
  })

  it('has the right types, and says what is right', () => {
    const problems = problemsOf(`${head}plants:\n  closeAfter: soon\n`)
    expect(linesOf(problems)).toEqual([
      'rule.yaml:4:15: plants.closeAfter: given soon; allowed is a whole number from 1 to 100',
    ])
  })

  it('has true, false and texts where they belong, also where null takes them away', () => {
    expect(linesOf(problemsOf(programme('{ origins: any, preferential: 3, duty: 0, source: 7 }')))).toEqual([
      'rule.yaml:8:51: policy.regimes.strict.programmes.US.rule.preferential: given 3; allowed is true or false',
      'rule.yaml:8:71: policy.regimes.strict.programmes.US.rule.source: given 7; allowed is a text',
    ])
  })

  it('has numbers within their range', () => {
    expect(linesOf(problemsOf(programme('{ origins: any, duty: -0.1 }')))).toEqual([
      'rule.yaml:8:43: policy.regimes.strict.programmes.US.rule.duty: given -0.1; ' +
        'allowed is a number from 0 to 2, or a list of {from, value}',
    ])
  })

  it('has fractions, not percentages', () => {
    const whole = problemsOf(programme('{ origins: any, duty: 25 }'))
    expect(placeOf(whole[0])).toBe('rule.yaml:8:43')
    expect(whole[0]).toMatchObject({ given: '25', nearest: '0.25' })
    expect(whole[0].message).toMatch(/: 25 looks like a percentage: write 0\.25$/)
    const [written] = problemsOf(programme('{ origins: any, duty: 6.1% }'))
    expect(written.message).toMatch(/: 6\.1% looks like a percentage: write 0\.061$/)
  })

  it('has only words that mean something, and the nearest is named', () => {
    const [problem] = problemsOf(programme('{ origins: any, bodies: [pickups], duty: 0 }'))
    expect(placeOf(problem)).toBe('rule.yaml:8:46')
    expect(problem).toMatchObject({ given: 'pickups', nearest: 'pickup' })
  })

  it('has laws with the numbers that they need', () => {
    expect(linesOf(problemsOf(`${head}uncertainties:\n  partsTheta: { law: uniform, low: 3, mode: 4 }\n`))).toEqual([
      'rule.yaml:4:15: uncertainties.partsTheta.high is missing: write a number',
      'rule.yaml:4:39: unknown key: mode in uncertainties.partsTheta; allowed are law, low, high, source',
    ])
  })

  it('is YAML, with each key once', () => {
    const [twice] = problemsOf('title: A\ntitle: B\n')
    expect(placeOf(twice)).toBe('rule.yaml:2:1')
    expect(twice.message).toMatch(/^not valid YAML: Map keys must be unique: title/)
    expect(placeOf(problemsOf('title: [A\n')[0])).toMatch(/^rule\.yaml:/)
    expect(linesOf(problemsOf('title: *nothing\n'))).toEqual([
      'rule.yaml:1:8: not valid YAML: *nothing stands for nothing: no &nothing comes before it',
    ])
  })

  it('is a map, and not a text or a list', () => {
    const forms = { 'only words\n': 'a text', '- a list\n': 'a list', '12\n': 'a number' }
    for (const [text, form] of Object.entries(forms)) {
      const [{ message }] = problemsOf(text)
      expect(message).toMatch(
        new RegExp(`^is not a scenario: it is ${form}, not a map; keys of a scenario are .*title`),
      )
    }
  })

  it('of another kind is said to be one, and nothing of it is shown', () => {
    const texts = [
      '-----BEGIN OPENSSH PRIVATE KEY-----\nsecret\n-----END OPENSSH PRIVATE KEY-----\n',
      'secret\n',
      '- secret\n',
      'PASSWORD=secret\nSECRET=secret\n',
      'password: secret\nsecret: { secret: secret }\n',
      '{ "secret": "secret" }',
    ]
    for (const text of texts) {
      const problems = problemsOf(text)
      expect(problems).toHaveLength(1)
      expect(JSON.stringify(problems)).toMatch(/is not a scenario/)
      expect(JSON.stringify(problems)).not.toMatch(/secret|PASSWORD|KEY-----/i)
    }
    expect(problemsOf({ 'rule.yaml': 'title: A\nextends: key.pem\n', 'key.pem': texts[0] }).map(placeOf)).toEqual([
      'key.pem:1:1',
    ])
    // A misspelt key is one of a scenario.
    expect(linesOf(problemsOf('titel: A\n')).join('\n')).toMatch(/unknown key: titel; did you mean title/)
  })
})

describe('dates', () => {
  it('are days of the calendar', () => {
    const [problem] = problemsOf(`${head}policy:\n  events:\n    - { date: 2026-02-30, to: usmca }\n`)
    expect(placeOf(problem)).toBe('rule.yaml:5:15')
    expect(problem.message).toContain('2026-02-30 is not a day of the calendar, written as 2026-07-01')
  })

  it('come in the order of time, in events and in values', () => {
    const events = '- { date: 2028-01-01, to: usmca }\n    - { date: 2027-01-01, to: usmca }'
    const [event] = problemsOf(`${head}policy:\n  events:\n    ${events}\n`)
    expect(placeOf(event)).toBe('rule.yaml:6:15')
    expect(event.message).toContain('dates out of order: 2027-01-01 comes after 2028-01-01')
    const [value] = problemsOf(
      programme(
        '{ origins: any, duty: [{ value: 0 }, { from: 2028-01-01, value: 1 }, { from: 2027-01-01, value: 0 }] }',
      ),
    )
    expect(placeOf(value)).toBe('rule.yaml:8:98')
  })

  it('leave something in force: what ends before it begins never is', () => {
    const [problem] = problemsOf(programme('{ origins: any, duty: 0, from: 2027-01-01, to: 2026-01-01 }'))
    expect(placeOf(problem)).toBe('rule.yaml:8:68')
    expect(problem.message).toContain('ends on 2026-01-01, before it begins on 2027-01-01')
  })

  it('of a duty say what holds before the first of them', () => {
    const [problem] = problemsOf(programme('{ origins: any, duty: [{ from: 2027-01-01, value: 0.1 }] }'))
    expect(placeOf(problem)).toBe('rule.yaml:8:43')
    expect(problem.message).toContain('what is the duty before 2027-01-01?')
  })

  it('of events lie in the years that are simulated', () => {
    const [problem] = problemsOf(`${head}policy:\n  events: [{ date: 2024-07-01, to: usmca }]\n`)
    expect(placeOf(problem)).toBe('rule.yaml:4:20')
    expect(problem.message).toContain('before the first simulated year, 2025')
  })
})

describe('the design', () => {
  it('has a sampler that there is', () => {
    const [problem] = problemsOf(`${head}design: { sampler: sobal }\n`)
    expect(placeOf(problem)).toBe('rule.yaml:3:20')
    expect(problem).toMatchObject({ path: 'design.sampler', given: 'sobal', nearest: 'sobol' })
    expect(problem.allowed).toBe('one of monte-carlo, latin-hypercube, sobol')
  })

  it('has no numbers that its sampler does not use', () => {
    const [strata, scramblings] = problemsOf(`${head}design: { strata: 20, scramblings: 4 }\n`)
    expect([strata, scramblings].map(placeOf)).toEqual(['rule.yaml:3:11', 'rule.yaml:3:23'])
    expect(strata.message).toContain('belongs to sampler: latin-hypercube, and the sampler is monte-carlo; change the')
    expect(scramblings.allowed).toBe('sampler: sobol')
    expect(problemsOf(`${head}design: { sampler: sobol, scramblings: 4, strata: null }\n`)).toEqual([])
  })

  it('counts strata and scramblings in whole numbers', () => {
    const problems = problemsOf(`${head}design: { sampler: latin-hypercube, strata: 0.5, scramblings: 0 }\n`)
    expect(problems.map(placeOf)).toEqual(['rule.yaml:3:45', 'rule.yaml:3:63'])
  })
})

describe('regimes', () => {
  it('are known wherever they are named', () => {
    const problems = problemsOf(`${head}policy:
  start: usmcs
  events: [{ date: 2026-07-01, to: usmaca }]
  transitions:
    uscma: { usmca: 0.1 }
    usmca: { nafta: 0.1 }
  regimes:
    strict: { extends: usmcaa }
`)
    expect(problems.map(placeOf)).toEqual([
      'rule.yaml:4:10',
      'rule.yaml:5:36',
      'rule.yaml:7:5',
      'rule.yaml:8:14',
      'rule.yaml:10:24',
    ])
    expect(problems.map(({ nearest }) => nearest)).toEqual(['usmca', 'usmca', 'usmca', undefined, 'usmca'])
    expect(problems[3].message).toContain('unknown regime: nafta; there are usmca, strict')
  })

  it('do not extend each other', () => {
    const regimes = '{ one: { extends: two }, two: { extends: one } }'
    const problems = problemsOf(`${head}policy:\n  regimes: ${regimes}\n`)
    expect(problems[0].message).toContain('regimes extend each other: one -> two -> one')
    expect(problems.map(placeOf)).toEqual(['rule.yaml:4:53'])
  })

  it('are left with a probability of 1 at most', () => {
    const row = '{ tariff: 0.6, leave: { probability: 0.5, from: 2027-01-01, to: 2027-12-31 } }'
    const problems = problemsOf(`${head}policy:
  transitions:
    usmca: ${row}
  regimes:
    tariff: { extends: usmca }
    leave: { extends: usmca }
`)
    expect(linesOf(problems)).toEqual([
      'rule.yaml:5:5: policy.transitions.usmca: probabilities of leaving usmca sum to 1.1 in 2027; ' +
        'allowed is a sum of at most 1: lower one of them',
    ])
  })

  it('have rows that sum to 1 where staying is written too', () => {
    const problems = problemsOf(`${head}policy:
  beliefs:
    transitions: { usmca: { usmca: 0.5, tariff: 0.3 } }
  regimes: { tariff: { extends: usmca } }
`)
    expect(placeOf(problems[0])).toBe('rule.yaml:5:20')
    expect(problems[0].message).toContain('sum to 0.8 in 2025; allowed is a sum of 1: leave out usmca itself')
  })
})

describe('programmes', () => {
  it('say who may use them and what they cost', () => {
    expect(linesOf(problemsOf(programme('{ bodies: [car] }')))).toEqual([
      'rule.yaml:8:21: policy.regimes.strict.programmes.US.rule.duty: is missing: write a rate, as in duty: 0.025',
      'rule.yaml:8:21: policy.regimes.strict.programmes.US.rule.origins: is missing: ' +
        'write any, or a list as in [CA, MX]',
    ])
  })

  it('are of use to someone from abroad', () => {
    const [problem] = problemsOf(programme('{ origins: [US], duty: 0 }'))
    expect(placeOf(problem)).toBe('rule.yaml:8:32')
    expect(problem.message).toContain('no one can use it: vehicles from US are not imported into US')
  })

  it('name makers that exist and vehicles that are made', () => {
    const industry = smallIndustry()
    const [maker] = problemsOf(programme('{ origins: any, duty: 0, makers: [hikary] }'), { industry })
    expect(placeOf(maker)).toBe('rule.yaml:8:55')
    expect(maker).toMatchObject({ given: 'hikary', nearest: 'hikari' })
    const rule = '{ origins: any, duty: 0, makers: [longhe], bodies: [pickup] }'
    const [unused] = problemsOf(programme(rule), { industry })
    expect(placeOf(unused)).toBe('rule.yaml:8:15')
    expect(unused.message).toContain('no one can use it: no vehicle in the data fits its makers and bodies')
  })

  it('ask no more than there is', () => {
    const [problem] = problemsOf(programme('{ origins: [MX], duty: 0, content: { regional: 1.2 } }'))
    expect(placeOf(problem)).toBe('rule.yaml:8:68')
    expect(problem).toMatchObject({ given: '1.2' })
  })

  it('do not ask less of wider content than of narrower', () => {
    const [problem] = problemsOf(programme('{ origins: [MX], duty: 0, content: { us: 0.5, regional: 0.4 } }'))
    expect(placeOf(problem)).toBe('rule.yaml:8:77')
    expect(problem.message).toContain('asks 0.4 in 2025, less than the 0.5 of US content that it holds')
  })

  it('may ask more US content than labour value content, as has been proposed', () => {
    const rule = '{ origins: [MX], duty: 0, content: { us: 0.5, labour: 0.4, regional: 0.75 } }'
    expect(problemsOf(programme(rule))).toEqual([])
  })

  it('do not ask what assembly elsewhere makes impossible', () => {
    const [problem] = problemsOf(programme('{ origins: [MX], duty: 0, content: { us: 0.95 } }'))
    expect(placeOf(problem)).toBe('rule.yaml:8:62')
    expect(problem.message).toContain('no vehicle can reach 0.95 of US content')
    expect(problem.allowed).toBe('at most 0.9')
    expect(problemsOf(programme('{ origins: [MX], duty: 0, content: { us: 0.9 } }'))).toEqual([])
  })

  it('are exempt from a duty by their right name', () => {
    const problems = problemsOf(`${head}policy:
  regimes:
    tariff:
      extends: usmca
      additionalDuties:
        all: { market: US, origins: [MX, US], rate: 0.25, exempt: [usmcaa] }
`)
    expect(problems.map(placeOf)).toEqual(['rule.yaml:8:42', 'rule.yaml:8:68'])
    expect(problems[1].nearest).toBe('usmca')
  })

  it('leave out duties on the parts of the country itself', () => {
    const [problem] = problemsOf(`${head}policy:\n  regimes:\n    usmca: { partsDuties: { US: { US: 0.1 } } }\n`)
    expect(placeOf(problem)).toBe('rule.yaml:5:35')
  })
})

describe('the rest of a scenario', () => {
  it('has at least one replicate', () => {
    const [problem] = problemsOf(`${head}design: { replicates: 0 }\n`)
    expect(placeOf(problem)).toBe('rule.yaml:3:23')
    expect(problem.message).toContain('given 0; allowed is a whole number from 1')
  })

  it('has a title of its own', () => {
    const [problem] = problemsOf('extends: base\n')
    expect(problem).toMatchObject({ file: 'rule.yaml', path: 'title' })
    expect(problem.message).toMatch(/^title: is missing/)
  })

  it('begins in the year after the data and ends later', () => {
    expect(placeOf(problemsOf(`${head}horizon: { from: 2026 }\n`)[0])).toBe('rule.yaml:3:18')
    expect(placeOf(problemsOf(`${head}horizon: { to: 2024 }\n`)[0])).toBe('rule.yaml:3:16')
  })

  it('shows outcomes that there are', () => {
    const [problem] = problemsOf(`${head}outcomes: [output.US, ouput.MX]\n`)
    expect(placeOf(problem)).toBe('rule.yaml:3:23')
    expect(problem.nearest).toBe('output.MX')
  })

  it('has laws that are laws, within the range of the parameter', () => {
    const problems = problemsOf(`${head}uncertainties:
  nestingSigma: { law: triangular, low: 0.5, mode: 0.4, high: 0.8 }
  discountRate: 9
  rvcSlack: { law: lognormal, median: 0.1, sigma: 0 }
  partsTheta: 50
`)
    expect(problems.map(placeOf)).toEqual(['rule.yaml:4:17', 'rule.yaml:5:17', 'rule.yaml:6:51', 'rule.yaml:7:15'])
    expect(problems[0].message).toContain('low <= mode <= high')
    expect(problems[1]).toMatchObject({ nearest: '0.09', allowed: '0 to 0.5 (fraction a year)' })
    expect(problems[3].message).toContain('50 is out of range: allowed is 1 to 20')
  })

  it('is nothing but a name when it replicates a paper', () => {
    const problems = problemsOf(
      'kind: replication\ntitle: A paper\nreplication: head-mayer-meltz\npolicy: { start: usmca }\n',
    )
    expect(problems.map(placeOf)).toEqual(['rule.yaml:3:14', 'rule.yaml:4:1'])
    expect(problems[0].nearest).toBe('head-mayer-melitz')
    expect(problems[1].message).toContain("a replication runs a paper's own closure and has no policy")
  })
})

describe('files', () => {
  it('exist, or the nearest of the library is named', () => {
    expect(() => loadScenario('nafta-65.2')).toThrow(
      'no scenario or file is called nafta-65.2. Did you mean nafta-62.5?',
    )
    expect(() => loadScenario('bilateral')).toThrow('The library has bilateral-canada, bilateral-mexico')
    expect(() => loadScenario('mine/of-my-own.yaml')).toThrow(/plantshift scenarios lists the \d+ of the library/)
    expect(() => loadScenario('docs')).toThrow('It is a folder; give a file in it')
    const [problem] = problemsOf('extends: [base, bass]\ntitle: A rule\n')
    expect(placeOf(problem)).toBe('rule.yaml:1:17')
    expect(problem).toMatchObject({ given: 'bass', nearest: 'base' })
  })

  it('do not extend each other in a circle', () => {
    const problems = problemsOf({
      'one.yaml': 'title: One\nextends: two.yaml\n',
      'two.yaml': 'title: Two\nextends: ./one.yaml\n',
    })
    expect(placeOf(problems[0])).toBe('two.yaml:2:10')
    expect(problems[0].message).toBe('extends goes round in a circle: one.yaml -> two.yaml -> one.yaml')
    expect(problems).toHaveLength(1)
  })

  it('answer for their own mistakes, also when another extends them', () => {
    const policy = 'policy:\n  transitions:\n    usmca: { tarif: 0.2 }\n  regimes:\n    tariff: { extends: usmca }\n'
    const problems = problemsOf({
      'child.yaml': 'extends: parts/parent.yaml\ntitle: Child\ndemand: linear\n',
      'parts/parent.yaml': head + policy,
    })
    expect(problems.map(placeOf)).toEqual(['child.yaml:3:9', 'parts/parent.yaml:5:14'])
  })

  it('show all their problems at once, of whatever kind, each once', () => {
    const problems = problemsOf(`extends: base
title: A rule
colour: red
policy:
  start: usmac
  events: [{ date: 2026-13-01, to: tariff }]
  transitions: { usmca: { tariff: 80 } }
  regimes:
    tariff:
      extends: usmca
      programmes: { US: { mfn: { duty: 2.5 }, free: { origins: [MX], duty: 0, content: { us: 0.6, regional: 0.5 } } } }
    worse: { extends: tariff }
`)
    expect(problems.map(placeOf)).toEqual([
      'rule.yaml:3:1',
      'rule.yaml:5:10',
      'rule.yaml:6:20',
      'rule.yaml:7:35',
      'rule.yaml:11:40',
      'rule.yaml:11:109',
    ])
  })

  it('may be JSON', () => {
    const json = '{\n  "extends": "base",\n  "title": "A rule",\n  "demand": "cse"\n}\n'
    const [problem] = problemsOf({ 'rule.json': json })
    expect(placeOf(problem)).toBe('rule.json:4:13')
    expect(problem.nearest).toBe('ces')
  })
})
