import assert from 'node:assert/strict';
import { join } from 'node:path';
import { SERIES_FAMILIES } from '../../../src/core/parallel/parallelSeries.ts';
import { tallyGold } from './gold.ts';

/** Least precision and recall. The specimens are small: one series more or less is several hundredths. */
const FLOOR = 0.9;
describe('findSeries on labelled specimens', () => {
  const tallies = tallyGold(join(import.meta.dirname, '../../fixtures/series'));

  for (const family of SERIES_FAMILIES)
    it(`finds ${family}, and nothing else by that name`, () => {
      const { right, wrong, missed } = tallies.get(family)!;
      assert.ok(right.length > 0, 'the specimens hold none');
      const precision = right.length / (right.length + wrong.length);
      const recall = right.length / (right.length + missed.length);
      const account = `wrong:\n${wrong.join('\n')}\nmissed:\n${missed.join('\n')}`;
      assert.ok(precision >= FLOOR && recall >= FLOOR, account);
    });

  it('knows no other families', () => {
    assert.deepEqual(
      [...tallies.keys()].filter(family => !(SERIES_FAMILIES as readonly string[]).includes(family)),
      [],
    );
  });
});
