import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortSuffixes } from '../../../src/core/index/build/suffixArray.ts';
import { memorySource } from '../../../src/core/index/format/byteSource.ts';
import { PairTable, packPairs } from '../../../src/core/index/format/pairTable.ts';
import { unitsOf } from '../../../src/core/text/units.ts';

const END = '\u0001';
// Of ten characters there are more pairs than a block has.
const characters = fc.constantFrom(...'抓实要干真的，。\n', '\uffe5');
const texts = fc.string({ unit: characters, maxLength: 600 });

describe('PairTable', () => {
  it('has the interval of every pair, and an empty one for every other', () => {
    fc.assert(
      fc.property(texts, characters, characters, (written, first, second) => {
        const text = written + END;
        const units = unitsOf(text);
        const { sa, agreement } = sortSuffixes(units, 2);
        const { blocks, entries } = packPairs(units, sa, agreement);
        const table = new PairTable(memorySource(entries), { position: 0, length: entries.length }, blocks);
        const interval = table.interval(first.charCodeAt(0), second.charCodeAt(0));
        const naive = Array.from(sa).filter(start => text.startsWith(first + second, start));
        assert.deepEqual(Array.from(sa.subarray(interval.from, interval.to)), naive);
      }),
      { numRuns: 300 },
    );
  });
});
