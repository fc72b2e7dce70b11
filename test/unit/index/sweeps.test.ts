import assert from 'node:assert/strict';
import { SuffixArrays } from '../../../src/core/index/build/sweeps.ts';

describe('sweeps of the suffix sort', () => {
  it('place all suffixes when those that are valleys lie at the ends of their buckets', () => {
    // «banana» as symbols: the two smallest suffixes that begin a climb are «ana» and «anana».
    const text = [1, 0, 2, 0, 2, 0];
    const arrays = new SuffixArrays(text.length, 3, 4);
    arrays.symbols.set(text);
    arrays.marksOf.set([10, 11, 12]);
    arrays.sa.set([0, 3, 1, 0, 0, 0]);
    arrays.induceAll(Int32Array.of(3, 1, 2), 9);
    assert.deepEqual([...arrays.sa], [5, 3, 1, 0, 4, 2]);
    assert.deepEqual([...arrays.marks], [12, 12, 11, 9, 10, 10], 'what stands before each');
  });

  it('have nothing to do in an empty text', () => {
    const arrays = new SuffixArrays(0, 0, 4);
    arrays.induceAll(new Int32Array(0), 9);
    assert.equal(arrays.sa.length, 0);
  });
});
