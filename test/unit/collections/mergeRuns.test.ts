import assert from 'node:assert/strict';
import { mergeRuns } from '../../../src/core/collections/mergeRuns.ts';
import { generator } from '../support/random.ts';

interface Item {
  readonly key: number;
  readonly at: number;
}

const isBelow = (a: Item, b: Item): boolean => a.key < b.key;

describe('mergeRuns', () => {
  it('sorts as a stable sort does, whatever lies in order already', () => {
    const random = generator(3);
    for (let size = 0; size < 120; size++) {
      const ascending = Math.floor(random() * 10);
      const keys = Array.from({ length: size }, (_, i) =>
        ascending > 0 && i % ascending > 0 ? i : Math.floor(random() * 20),
      );
      const items = keys.map((key, at) => ({ key, at }));
      assert.deepEqual(
        mergeRuns(items, isBelow),
        items.toSorted((a, b) => a.key - b.key),
      );
    }
  });

  it('leaves what it is given', () => {
    const items = [3, 1, 2];
    assert.deepEqual(
      mergeRuns(items, (a, b) => a < b),
      [1, 2, 3],
    );
    assert.deepEqual(items, [3, 1, 2]);
  });
});
