/** Files, and regimes, that one extends side by side: they add up, or contradict each other and are refused. */
import { describe, expect, it } from 'vitest'
import { linesOf, loadFiles, problemsOf } from '../scenarioFiles.ts'

const rule = (name: string, content: string, when: string): string => `title: ${name}
extends: base
policy:
  events: [{ date: 2026-07-01, to: ${name} }]
  regimes:
    ${name}: { extends: usmca, programmes: { US: { usmca: { content: { ${content} } } } } }
${when}`

const stricter = rule('stricter', 'regional: 0.85', '')
const usFloor = rule('us-floor', 'us: 0.5', '')
const both = `title: Both
extends: [stricter.yaml, us-floor.yaml]
policy:
  events: [{ date: 2026-07-01, to: both }]
  regimes: { both: { extends: [stricter, us-floor] } }
`

function change(text: string): string {
  return `title: A\nextends: base\npolicy: { regimes: { usmca: ${text} } }\n`
}

function rivals(own: string): string {
  return `title: A
extends: base
policy:
  regimes:
    one: { extends: usmca, programmes: { US: { mfn: { duty: 0.1 } } } }
    two: { extends: usmca, programmes: { US: { mfn: { duty: 0.2 } } } }
    both: { extends: [one, two]${own} }
`
}

describe('files that are extended side by side', () => {
  it('add up where they change different keys, in any order', () => {
    const joined = loadFiles({ 'both.yaml': both, 'stricter.yaml': stricter, 'us-floor.yaml': usFloor })
    const turned = both
      .replace('[stricter.yaml, us-floor.yaml]', '[us-floor.yaml, stricter.yaml]')
      .replace('[stricter, us-floor]', '[us-floor, stricter]')
    const again = loadFiles({ 'both.yaml': turned, 'stricter.yaml': stricter, 'us-floor.yaml': usFloor })
    expect(joined.policy.regimes['both'].programmes?.US?.['usmca']?.content).toEqual({
      regional: 0.85,
      labour: 0.4,
      labourCredits: 0.15,
      us: 0.5,
    })
    expect(again.policy).toEqual(joined.policy)
  })

  it('are refused where they say different things, with all keys, at the list that joins them', () => {
    const one = 'title: One\nextends: base\ndesign: { seed: 11 }\nplants: { closeAfter: 7 }\n'
    const two = 'title: Two\nextends: base\ndesign: { seed: 12 }\nplants: { closeAfter: 8 }\n'
    const files = { 'both.yaml': 'title: Both\nextends: [one.yaml, two.yaml]\n', 'one.yaml': one, 'two.yaml': two }
    expect(linesOf(problemsOf(files))).toEqual([
      'both.yaml:2:10: extends: one.yaml and two.yaml say different things under design.seed, plants.closeAfter; ' +
        'write here which it shall be',
    ])
  })

  it('may say the same thing, or leave the word to what extends them', () => {
    const one = 'title: One\nextends: base\ndesign: { seed: 11 }\nplants: { closeAfter: 7 }\n'
    const two = 'title: Two\nextends: base\ndesign: { seed: 12 }\nplants: { closeAfter: 7 }\n'
    const text = 'title: Both\nextends: [one.yaml, two.yaml]\ndesign: { seed: 13 }\n'
    const { content } = loadFiles({ 'both.yaml': text, 'one.yaml': one, 'two.yaml': two })
    expect(content.design?.seed).toBe(13)
    expect(content.plants?.closeAfter).toBe(7)
  })

  it('contradict each other when one takes away what the other changes', () => {
    const files = {
      'both.yaml': 'title: Both\nextends: [one.yaml, two.yaml]\n',
      'one.yaml': change('{ programmes: { US: { mfn: null } } }'),
      'two.yaml': change('{ programmes: { US: { mfn: { duty: 0.1 } } } }'),
    }
    expect(linesOf(problemsOf(files))).toEqual([expect.stringContaining('policy.regimes.usmca.programmes.US.mfn')])
  })

  it('are refused when the event of one would end the regime of the other', () => {
    const start = 'title: T\nextends: base\npolicy: { start: tariff, regimes: { tariff: { extends: usmca } } }\n'
    const files = { 'both.yaml': 'title: Both\nextends: [start.yaml, us-floor.yaml]\n', 'start.yaml': start }
    expect(linesOf(problemsOf({ ...files, 'us-floor.yaml': usFloor }))).toEqual([
      'both.yaml:2:10: extends: start.yaml and us-floor.yaml each say which regime is in force, so that one would end ' +
        'the other; write policy.start or policy.events here (a regime may extend several)',
    ])
  })
})

describe('regimes that are extended side by side', () => {
  it('are refused where they say different things', () => {
    expect(linesOf(problemsOf(rivals('')))).toEqual([
      'rule.yaml:7:22: policy.regimes.both.extends: one and two say different things under programmes.US.mfn.duty; ' +
        'write here which it shall be',
    ])
  })

  it('leave the word to the regime that extends them', () => {
    const { regimes } = loadFiles({ 'rule.yaml': rivals(', programmes: { US: { mfn: { duty: 0.3 } } }') }).policy
    expect(regimes['both'].programmes?.US?.['mfn']?.duty).toBe(0.3)
  })
})
