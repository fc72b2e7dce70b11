import assert from 'node:assert/strict';
import { getHeapStatistics } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { collectGarbage } from '../../src/node/collectGarbage.ts';

describe('collectGarbage', () => {
  it('gives back what a busy moment took, and leaves no switch behind', () => {
    collectGarbage();
    const before = getHeapStatistics().total_physical_size;
    let kept: number[][] = Array.from({ length: 100_000 }, (_, i) => Array.from({ length: 50 }, (_, k) => i + k));
    const busy = getHeapStatistics().total_physical_size;
    assert.ok(busy - before > 30e6, String(busy - before));
    kept = kept.slice(0, 1);
    collectGarbage();
    const after = getHeapStatistics().total_physical_size;
    assert.ok(busy - after > 30e6, String(busy - after));
    assert.equal(kept[0]![49], 49);
    assert.equal(runInNewContext('typeof gc'), 'undefined');
  });
});
