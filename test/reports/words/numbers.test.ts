import { describe, test, expect } from 'vitest'
import {
  decimalText,
  roundingPlace,
  figureTexts,
  signedText,
  roundAt,
  percentText,
  shareText,
  durationText,
  bytesText,
} from '../../../reports/words/numbers.ts'

describe('a figure', () => {
  test.each([
    [1_138_456, 2345, 1, '1,138,000'],
    [1_138_456, 2345, 2, '1,138,500'],
    [1.23456, 0.0123, 1, '1.23'],
    [1.23456, 0.0123, 2, '1.235'],
    [0.5, 30, 1, '0'],
    [-52.4, 0.3, 1, '-52.4'],
    [0.04996, 0.0004, 1, '0.0500'],
  ])('%d with error %d and %d digits of it is %s', (value, error, digits, text) => {
    expect(decimalText(value, roundingPlace(value, error, digits))).toBe(text)
  })

  test('stands beside its error in the same digits', () => {
    expect(figureTexts(1_138_456, 2345)).toEqual(['1,138,000', '2,000'])
    expect(figureTexts(0.5, 0.03, signedText)).toEqual(['+0.50', '0.03'])
    expect(figureTexts(7, 0)).toEqual(['7', '0'])
  })

  test('that is exact keeps its digits', () => {
    expect(roundAt(123.456, roundingPlace(123.456, 0, 1))).toBe(123.456)
    expect(roundAt(1 / 3, roundingPlace(1 / 3, NaN, 1))).toBe(0.33333333)
    expect(decimalText(0, roundingPlace(0, 0, 1))).toBe('0')
  })

  test('that is not a number is a dash, never NaN', () => {
    expect(decimalText(NaN, 0)).toBe('-')
    expect(percentText(Infinity, 0)).toBe('-')
  })

  test('is never rounded to minus nothing', () => {
    expect(decimalText(-0.2, 0)).toBe('0')
    expect(signedText(-0.2, 0)).toBe('0')
  })

  test('shows its sign as a difference', () => {
    expect(signedText(1234.5, 0)).toBe('+1,235')
    expect(percentText(-0.0312, -1, true)).toBe('-3.1%')
  })
})

test('a share is certain only when all replicates agree', () => {
  expect([0, 0.001, 0.5, 0.999, 1].map((share) => shareText(share))).toEqual(['0%', '<1%', '50%', '>99%', '100%'])
})

test('times and sizes read as people say them', () => {
  expect([0.4, 45, 80.2, 125, 7300].map((seconds) => durationText(seconds))).toEqual([
    '0.4 s',
    '45 s',
    '80 s',
    '2 min 5 s',
    '2 h 2 min',
  ])
  expect([17, 1500, 2_500_000, 17_000_000].map((bytes) => bytesText(bytes))).toEqual([
    '17 B',
    '1.5 kB',
    '2.5 MB',
    '17 MB',
  ])
})
