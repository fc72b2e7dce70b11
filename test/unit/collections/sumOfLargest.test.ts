import assert from 'node:assert/strict';
import { sumOfLargest } from '../../../src/core/collections/sumOfLargest.ts';

describe('sumOfLargest', () => {
  const cases: readonly [values: number[], count: number, expected: number][] = [
    [[3, 9, 1, 7], 2, 16],
    [[3, 9, 10], 3, 22],
    [[3, 9], 5, 12],
    [[10, 9, 100], 1, 100],
    [[4], 0, 0],
    [[], 2, 0],
    [[1, 2], Number.POSITIVE_INFINITY, 3],
  ];
  for (const [values, count, expected] of cases) {
    it(`of ${values.join(', ')} the largest ${count}: ${expected}`, () => {
      assert.equal(sumOfLargest([...values], count), expected);
    });
  }
});
