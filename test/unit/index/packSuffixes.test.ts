import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packSuffixes } from '../../../src/core/index/build/packSuffixes.ts';
import { sortSuffixes } from '../../../src/core/index/build/suffixArray.ts';
import {
  bytesBetween,
  entryAt,
  entryOffset,
  SEPARATORS,
  separatorAt,
  separatorOffset,
} from '../../../src/core/index/format/suffixSection.ts';
import { TOP_STRIDE } from '../../../src/core/index/format/topTable.ts';
import { generator } from '../support/random.ts';

const LIMIT = 32;

function randomText(length: number, letters: string, seed: number): string {
  const random = generator(seed);
  return Array.from({ length }, () => letters[Math.floor(random() ** 2 * letters.length)]).join('');
}

function packed(text: string): { readonly bytes: Uint8Array; readonly suffixes: readonly string[] } {
  const units = Uint16Array.from(text, unit => unit.charCodeAt(0));
  const { sa, agreement } = sortSuffixes(units, LIMIT);
  const suffixes = Array.from(sa, start => text.slice(start));
  return { bytes: packSuffixes(units, sa, agreement), suffixes };
}

function shared(a: string, b: string): number {
  let length = 0;
  while (length < 8 && length < a.length && a[length] === b[length]) length++;
  return length;
}

describe('packSuffixes', () => {
  it('keeps every entry, and separators that are above what stands before them and begin what they stand at', () => {
    const cases = fc.record({
      length: fc.integer({ min: 1, max: 700 }),
      letters: fc.constantFrom('要抓实', '要抓实，推进落实高质量发展', '一'),
      seed: fc.nat(1000),
    });
    fc.assert(
      fc.property(cases, ({ length, letters, seed }) => {
        const text = randomText(length, letters, seed);
        const { bytes, suffixes } = packed(text);
        assert.equal(bytes.length, bytesBetween(0, length));
        suffixes.forEach((suffix, rank) => {
          assert.equal(text.slice(entryAt(bytes, entryOffset(rank))), suffix);
        });
        for (let from = 0; from + TOP_STRIDE < length; from += TOP_STRIDE) {
          const lower = suffixes[from]!;
          const upper = suffixes[from + TOP_STRIDE]!;
          for (let which = 0; which < SEPARATORS; which++) {
            const separator = separatorAt(bytes, entryOffset(from) + separatorOffset(which));
            if (separator === undefined) break;
            const { index, deeper, isUpper, unit } = separator;
            const units = (isUpper ? upper : lower).slice(0, shared(lower, upper) + deeper);
            const whole = units + String.fromCharCode(unit);
            assert.ok(suffixes[from + index - 1]! < whole, `${whole} at ${from + index}`);
            assert.ok(suffixes[from + index]!.startsWith(whole), `${whole} at ${from + index}`);
          }
        }
      }),
    );
  });

  it('parts nearly all blocks of a text with many different characters', () => {
    const length = 6401;
    const letters = Array.from({ length: 300 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    const { bytes } = packed(randomText(length, letters, 1));
    let found = 0;
    for (let from = 0; from + TOP_STRIDE < length; from += TOP_STRIDE) {
      for (let which = 0; which < SEPARATORS; which++) {
        if (separatorAt(bytes, entryOffset(from) + separatorOffset(which)) !== undefined) found++;
      }
    }
    assert.ok(found > 0.9 * SEPARATORS * Math.floor(length / TOP_STRIDE), `${found}`);
  });
});
