import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suffixArray } from '../../../src/core/index/suffixArray.ts';

const unitsOf = (text: string): Uint16Array => Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
const smallAlphabet = fc.string({ unit: fc.constantFrom('要', '抓', '实', '、'), maxLength: 60 });
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map(codes => String.fromCharCode(...codes));

describe('suffixArray', () => {
  it('equals sorting all suffixes, on repetitive and on arbitrary text', () => {
    fc.assert(
      fc.property(fc.oneof(smallAlphabet, anyUnits), text => {
        const naive = Array.from({ length: text.length }, (_, i) => i).sort((a, b) =>
          text.slice(a) < text.slice(b) ? -1 : 1,
        );
        assert.deepEqual(Array.from(suffixArray(unitsOf(text))), naive);
      }),
      { numRuns: 1000 },
    );
  });

  it('sorts by code unit, so a lone surrogate is a unit like any other', () => {
    assert.deepEqual(Array.from(suffixArray(unitsOf('\ud800甲\udc00'))), [1, 0, 2]);
  });
});
