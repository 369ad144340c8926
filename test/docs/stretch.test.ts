import { describe, expect, it } from 'vitest'
import { betweenMarks, differenceOf, differenceText } from './stretch.ts'

describe('a made stretch of a page', () => {
  it('keeps what a writer wrote around the marks', () => {
    expect(betweenMarks('before\n<b>\nold\n<e>\nafter', '<b>', 'new\n', '<e>')).toBe('before\n<b>\nnew\n<e>\nafter')
    expect(() => betweenMarks('no marks', '<b>', 'new', '<e>')).toThrow(/the page must have <b> and, after it, <e>/)
  })
})

describe('a page that has drifted', () => {
  it('is told with its line, what stands there and what should', () => {
    const difference = differenceOf('one\ntwo\nthree\nfour', 'one\n2\nthree\nfour')
    expect(difference).toEqual({ line: 2, there: ['two'], made: ['2'] })
    expect(differenceText('docs/a.md', difference!)).toBe(
      'docs/a.md:2: is not what the program says; npm run docs writes it\n- two\n+ 2',
    )
  })

  it('is told from the line on that it lacks, or has too many', () => {
    expect(differenceOf('one\nthree', 'one\ntwo\nthree')).toEqual({ line: 2, there: [], made: ['two'] })
    expect(differenceOf('one\none\none', 'one\none')).toEqual({ line: 3, there: ['one'], made: [] })
  })

  it('is none where it is the same', () => {
    expect(differenceOf('one\n', 'one\n')).toBeUndefined()
  })
})
