import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outline } from '../../src/core/structure/outline.ts';
import { functionAccuracy, headingF1, readOutlines, scoreOutline, sumScores } from '../bench/quality/outlines.ts';
import { dist } from './support.ts';

const documents = join(import.meta.dirname, '../../../shared/data/dev');
const labels = join(import.meta.dirname, '../fixtures/outlines/dev.tsv');

/** Real documents of many kinds and formats, their headings labelled by hand before the outline was looked at. */
describe('outlines of twenty real documents', () => {
  before(function () {
    if (existsSync(documents)) return;
    console.log('      skipped: no ../shared/data beside the project');
    this.skip();
  });

  it('have the headings and functions a reader gives them, on the half held out as well', async () => {
    const labelled = await readOutlines(labels, documents, join(dist, 'cmaps'));
    assert.equal(labelled.length, 20);
    const score = (among: typeof labelled) => sumScores(among.map(one => scoreOutline(one, outline(one.text))));
    for (const among of [labelled, labelled.filter(({ heldOut }) => heldOut)]) {
      const found = score(among);
      assert.ok(headingF1(found) >= 0.97, found.faults.join('\n'));
      assert.ok(functionAccuracy(found) >= 0.85, found.faults.join('\n'));
    }
  });
});
