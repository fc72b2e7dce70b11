import { join } from 'node:path';
import { findNative, loadSegmenter } from '../../src/node/segmenters.ts';
import { pair, table } from './figures.ts';
import { dist } from './paths.ts';
import { timed } from './quantiles.ts';

const PARAGRAPHS = 2000;

/** Our segmenter beside nodejieba, on the same paragraphs, as Markdown. */
export function segmenterReport(texts: readonly string[]): string {
  const paragraphs = texts.flatMap(text => text.split('\n')).slice(0, PARAGRAPHS);
  const row = (name: string, native: string | undefined): string[] => {
    const { segmenter } = loadSegmenter(join(dist, 'dictionary'), native);
    return [name, pair(timed(paragraphs, paragraph => segmenter.wordStarts(paragraph)))];
  };
  const native = findNative(join(dist, 'indexer.cjs'));
  return table(
    ['splitting a paragraph into words', 'p50 / p99 ms'],
    [row('ours (TypeScript)', undefined), ...(native === undefined ? [] : [row('nodejieba (native)', native)])],
  );
}
