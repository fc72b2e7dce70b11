import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { SERIES_FAMILIES } from '../../../src/core/parallel/parallelSeries.ts';
import type { GoldSeries } from '../../bench/quality/gold.ts';
import { countByFamily, type Outcome, rates, seriesOutcomes, total } from '../../bench/quality/seriesOutcomes.ts';

const specimens = join(import.meta.dirname, '../../fixtures/series');

function outcomesOfSpecimens(): Outcome[] {
  return readdirSync(specimens)
    .filter(file => file.endsWith('.json'))
    .flatMap(name => {
      const { path, series } = JSON.parse(readFileSync(join(specimens, name), 'utf8')) as {
        path: string;
        series: readonly GoldSeries[];
      };
      return seriesOutcomes(findSeries(readFileSync(join(specimens, path), 'utf8')), series);
    })
    .filter(({ debatable }) => !debatable);
}

function account(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ result }) => result !== 'right')
    .map(({ result, series }) => `${result}: ${series}`)
    .join('\n');
}

describe('findSeries on labelled specimens', () => {
  /** Least precision and recall. The specimens are small: one series more or less is several hundredths. */
  const floor = 0.9;
  const all = outcomesOfSpecimens();

  for (const family of SERIES_FAMILIES)
    it(`finds ${family}, and nothing else by that name`, () => {
      const outcomes = all.filter(outcome => outcome.family === family);
      const [precision, recall] = rates(total(countByFamily(outcomes, false).values()));
      assert.ok(precision >= floor && recall >= floor, account(outcomes));
    });

  it('knows no other families', () => {
    assert.deepEqual(
      all.map(({ family }) => family).filter(family => !(SERIES_FAMILIES as readonly string[]).includes(family)),
      [],
    );
  });
});
