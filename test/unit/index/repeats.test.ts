import assert from 'node:assert/strict';
import fc from 'fast-check';
import { forEachRepeat } from '../../../src/core/index/build/repeats.ts';
import { sortSuffixes } from '../../../src/core/index/build/suffixArray.ts';
import { unitsOf } from '../../../src/core/text/units.ts';

const repetitive = fc.oneof(
  fc.string({ unit: fc.constantFrom('要', '抓', '实', '、'), maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('要', '抓', '，'), minLength: 250, maxLength: 600 }),
);

describe('forEachRepeat', () => {
  it('finds every stretch that stands twice or more once, with all its places', () => {
    fc.assert(
      fc.property(repetitive, text => {
        const lengths = { minLength: 2, maxLength: 5 };
        const { sa, agreement } = sortSuffixes(unitsOf(text), lengths.maxLength);
        const found = new Map<string, number>();
        forEachRepeat(agreement, lengths, (from, to, shortest, longest) => {
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
