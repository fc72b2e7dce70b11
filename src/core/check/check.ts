import type { CorpusIndex } from '../index/corpusIndex.ts';
import { findSeries } from '../parallel/findSeries.ts';
import { scanNumbered } from '../parallel/numberedScan.ts';
import type { Check } from './checkContext.ts';
import type { Finding } from './finding.ts';
import { ordinals } from './ordinals.ts';

/** Every check there is. */
const CHECKS: readonly Check[] = [ordinals];

/** What may be a slip in the draft `text`, in its order. O(length) and what the corpus is asked. */
export function check(text: string, index: CorpusIndex): Finding[] {
  const scan = scanNumbered(text);
  const context = { text, scan, series: findSeries(text, scan), index };
  return CHECKS.flatMap(each => each(context)).sort((a, b) => a.start - b.start || a.end - b.end);
}
