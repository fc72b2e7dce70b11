import assert from 'node:assert/strict';
import { Largest } from '../../../src/core/lexicon/largest.ts';
import { generator } from '../support/random.ts';

describe('Largest', () => {
  it('knows the least of the largest and how many are equal to it, as sorting does', () => {
    const random = generator(5);
    for (let round = 0; round < 200; round++) {
      const numbers = Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 12));
      const limit = Math.floor(random() * 30);
      const largest = new Largest(limit);
      for (const number of numbers) largest.add(number);
      const sorted = numbers.toSorted((a, b) => b - a).slice(0, limit);
      const least = sorted.at(-1) ?? Number.POSITIVE_INFINITY;
      assert.equal(largest.size, sorted.length);
      assert.equal(largest.least, least);
      assert.equal(largest.ofLeast, sorted.filter(number => number === least).length);
    }
  });
});
