import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortSuffixes, suffixArray } from '../../../src/core/index/build/suffixArray.ts';
import { MAX_SEGMENT_CHARACTERS } from '../../../src/core/index/format/segmentFormat.ts';

const unitsOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const smallAlphabet = fc.string({ unit: fc.constantFrom('要', '抓', '实', '、'), maxLength: 60 });
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map(codes => String.fromCharCode(...codes));

/** Long and much repeated: many suffixes agree far beyond their first substrings. */
const longRepeats = fc
  .tuple(
    fc.array(fc.string({ unit: fc.constantFrom('要', '抓', '实', '、'), minLength: 1, maxLength: 9 }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(fc.nat(2), { maxLength: 8 }),
    fc.integer({ min: 1, max: 60 }),
  )
  .map(([parts, order, times]) => [0, ...order].map(i => (parts[i] ?? '抓').repeat(times)).join(''));

/** Runs that rise, fall or stay, longer and shorter than a piece that is sorted at once. */
const slopes = fc
  .array(fc.tuple(fc.nat(2), fc.integer({ min: -1, max: 1 }), fc.integer({ min: 1, max: 40 })), { maxLength: 8 })
  .map(runs =>
    runs
      .map(([start, rise, size]) =>
        String.fromCharCode(...Array.from({ length: size }, (_, i) => 100 + start + rise * (i >> 2))),
      )
      .join(''),
  );

function sortedNaively(text: string): number[] {
  return Array.from({ length: text.length }, (_, i) => i).sort((a, b) => (text.slice(a) < text.slice(b) ? -1 : 1));
}

function agreed(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

describe('suffixArray', () => {
  it('equals sorting all suffixes, on repetitive and on arbitrary text', () => {
    fc.assert(
      fc.property(fc.oneof(smallAlphabet, anyUnits), text => {
        assert.deepEqual(Array.from(suffixArray(unitsOf(text))), sortedNaively(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('equals it on long repeats and periods, however they end', () => {
    fc.assert(
      fc.property(longRepeats, text => {
        assert.deepEqual(Array.from(suffixArray(unitsOf(text))), sortedNaively(text));
      }),
      { numRuns: 200 },
    );
  });

  it('equals it where what lies between two valleys is long', () => {
    fc.assert(
      fc.property(slopes, text => {
        assert.deepEqual(Array.from(suffixArray(unitsOf(text))), sortedNaively(text));
      }),
      { numRuns: 300 },
    );
  });

  it('sorts a long text of one period', () => {
    const length = 1 << 18;
    const sorted = suffixArray(Uint16Array.from({ length }, (_, i) => 1 + (i % 2)));
    // 1 2 1 2: the shorter of two that begin alike comes first.
    assert.deepEqual(Array.from(sorted.subarray(0, 3)), [length - 2, length - 4, length - 6]);
    assert.deepEqual(Array.from(sorted.subarray(-3)), [5, 3, 1]);
  });

  it('says what stands before each suffix', () => {
    fc.assert(
      fc.property(fc.oneof(smallAlphabet, anyUnits, longRepeats), text => {
        const { sa, before } = sortSuffixes(unitsOf(text), 0, unit => (unit === undefined ? 9 : unit & 7));
        const expected = Array.from(sa, start => (start === 0 ? 9 : text.charCodeAt(start - 1) & 7));
        assert.deepEqual(Array.from(before), expected);
      }),
    );
  });

  it('says how far neighbours agree', () => {
    const limits = fc.constantFrom(1, 7, 8, 20);
    fc.assert(
      fc.property(fc.oneof(smallAlphabet, anyUnits, longRepeats), limits, (text, limit) => {
        const { sa, agreement } = sortSuffixes(unitsOf(text), limit);
        const expected = Array.from(sa, (start, rank) =>
          rank === 0 ? 0 : Math.min(limit, agreed(text.slice(sa[rank - 1]), text.slice(start))),
        );
        assert.deepEqual(Array.from(agreement), [...expected, 0]);
      }),
    );
  });

  it('refuses what it cannot sort', () => {
    assert.throws(() => suffixArray(new Uint16Array(MAX_SEGMENT_CHARACTERS + 1)), RangeError);
  });

  it('sorts by code unit, so a lone surrogate is a unit like any other', () => {
    assert.deepEqual(Array.from(suffixArray(unitsOf('\ud800甲\udc00'))), [1, 0, 2]);
  });
});
