import assert from 'node:assert/strict';
import { Stepwise } from '../../../src/core/lexicon/stepwise.ts';

describe('Stepwise', () => {
  function* count(log: string[]): Generator<undefined, number> {
    for (const step of ['一', '二', '三']) {
      log.push(step);
      yield;
    }
    return 3;
  }

  it('makes a value step by step, and what is missing when it is asked for, once', () => {
    const log: string[] = [];
    const made = new Stepwise(() => count(log));
    assert.deepEqual(log, []);
    assert.equal(made.advance(), true);
    assert.deepEqual(log, ['一']);
    assert.equal(made.value, 3);
    assert.equal(made.advance(), false);
    assert.equal(made.value, 3);
    assert.deepEqual(log, ['一', '二', '三']);
  });

  it('goes to its end by steps alone', () => {
    const made = new Stepwise(() => count([]));
    let steps = 1;
    while (made.advance()) steps++;
    assert.equal(steps, 4);
    assert.equal(made.value, 3);
  });
});
