import assert from 'node:assert/strict';
import fc from 'fast-check';
import { agreementsOf, forEachRepeat } from '../../../src/core/index/build/repeats.ts';
import { suffixArray } from '../../../src/core/index/build/suffixArray.ts';
import { unitsOf } from '../../../src/core/text/units.ts';

const LIMIT = 12;
// Longer than a batch, too.
const repetitive = fc.oneof(
  fc.string({ unit: fc.constantFrom('要', '抓', '实', '、'), maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('要', '抓', '，'), minLength: 250, maxLength: 600 }),
);

function shared(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

describe('agreementsOf', () => {
  it('says how far neighbours agree', () => {
    fc.assert(
      fc.property(repetitive, text => {
        const sa = suffixArray(unitsOf(text));
        const agreement = Array.from(sa, (start, i) =>
          i === 0 ? 0 : Math.min(LIMIT, shared(text.slice(sa[i - 1]), text.slice(start))),
        );
        assert.deepEqual(Array.from(agreementsOf(unitsOf(text), sa, LIMIT)), [...agreement, 0]);
      }),
    );
  });
});

describe('forEachRepeat', () => {
  it('finds every stretch that stands twice or more once, with all its places', () => {
    fc.assert(
      fc.property(repetitive, text => {
        const lengths = { minLength: 2, maxLength: 5 };
        const sa = suffixArray(unitsOf(text));
        const found = new Map<string, number>();
        forEachRepeat(agreementsOf(unitsOf(text), sa, LIMIT), lengths, (from, to, shortest, longest) => {
          for (let length = shortest; length <= longest; length++) {
            const stretch = text.slice(sa[from], sa[from]! + length);
            assert.ok(!found.has(stretch), stretch);
            found.set(stretch, to - from);
          }
        });
        assert.deepEqual(found, repeatsOf(text, lengths));
      }),
    );
  });
});

function repeatsOf(
  text: string,
  { minLength, maxLength }: { minLength: number; maxLength: number },
): Map<string, number> {
  const counts = new Map<string, number>();
  for (let length = minLength; length <= maxLength; length++) {
    for (let at = 0; at + length <= text.length; at++) {
      const stretch = text.slice(at, at + length);
      counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
    }
  }
  return new Map([...counts].filter(([, count]) => count > 1));
}
