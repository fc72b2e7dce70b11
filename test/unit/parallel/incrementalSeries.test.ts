import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importText } from '../../../src/core/document/importDocument.ts';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';
import { IncrementalSeries } from '../../../src/core/parallel/incrementalSeries.ts';
import { generator } from '../support/random.ts';

const starter = join(import.meta.dirname, '../../../corpus');
const texts = readdirSync(starter).map(name => importText(readFileSync(join(starter, name)), name).clean.text);

describe('IncrementalSeries', () => {
  it('finds what findSeries finds, whatever is typed, deleted and moved in between', () => {
    const incremental = new IncrementalSeries();
    const random = generator(7);
    const below = (limit: number): number => Math.floor(random() * limit);
    for (let text of texts.slice(0, 3)) {
      for (let edit = 0; edit < 10; edit++) {
        assert.deepEqual(incremental.find(text), findSeries(text));
        const at = below(text.length);
        const typed = ['', '一是', '、稳人心', '\n', '。二要快。'][below(5)]!;
        text = text.slice(0, at) + typed + text.slice(Math.min(text.length, at + below(20)));
      }
    }
  });
});
