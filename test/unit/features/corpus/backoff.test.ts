import assert from 'node:assert/strict';
import { Backoff } from '../../../../src/features/corpus/backoff.ts';

describe('Backoff', () => {
  it('waits a minute, then twice as long each time, up to sixteen, and starts anew after success', () => {
    const backoff = new Backoff();
    const waits = Array.from({ length: 6 }, () => backoff.next() / 60_000);
    assert.deepEqual(waits, [1, 2, 4, 8, 16, 16]);
    backoff.reset();
    assert.equal(backoff.next(), 60_000);
  });
});
