import assert from 'node:assert/strict';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { labelledSpeeches } from '../../bench/quality/labelledSpeeches.ts';
import {
  type Counts,
  countByFamily,
  type Outcome,
  rates,
  seriesOutcomes,
  total,
} from '../../bench/quality/seriesOutcomes.ts';

const MARKED = ['numbered', 'numeric-summary'];

describe('findSeries on labelled real documents', () => {
  const speeches = labelledSpeeches();
  before(function () {
    if (speeches.length > 0) return;
    console.log('      skipped: no ../shared beside the project');
    this.skip();
  });

  for (const use of ['tuning', 'held out'] as const)
    it(`reaches its targets on the documents for ${use}`, () => {
      const outcomes: Outcome[] = speeches
        .filter(speech => speech.use === use)
        .flatMap(({ text, series }) => seriesOutcomes(findSeries(text), series));
      const counts = countByFamily(outcomes, false);
      const f1 = (isMarked: boolean): number => {
        const families: Counts[] = [...counts].flatMap(([family, count]) =>
          MARKED.includes(family) === isMarked ? [count] : [],
        );
        return rates(total(families))[2];
      };
      assert.ok(f1(true) >= 0.9, `marked families: F1 ${f1(true)}`);
      assert.ok(f1(false) >= 0.75, `frames and runs: F1 ${f1(false)}`);
    });
});
