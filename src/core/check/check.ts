import type { Comparison } from '../borrow/comparisons.ts';
import { scanNumbered } from '../parallel/numberedScan.ts';
import { announcedCount } from './announcedCount.ts';
import type { Check } from './checkContext.ts';
import type { Finding } from './finding.ts';
import { foreignNames } from './foreignNames.ts';
import { outsideGlossary } from './glossary.ts';
import { halfWidth } from './halfWidth.ts';
import { lastMark } from './lastMark.ts';
import { markerForm } from './markerForm.ts';
import { mixedMarkers } from './mixedMarkers.ts';
import { ordinals } from './ordinals.ts';
import { Origins } from './origins.ts';
import { sameSource } from './sameSource.ts';
import { unequalHeading } from './unequalHeading.ts';

/** Checks that need only the draft. */
export const STRUCTURE_CHECKS: readonly Check[] = [ordinals, mixedMarkers, announcedCount, unequalHeading, lastMark];
/** Checks of form, which need only the draft too. */
export const FORM_CHECKS: readonly Check[] = [markerForm, halfWidth];
/** All checks. */
const CHECKS: readonly Check[] = [...STRUCTURE_CHECKS, ...FORM_CHECKS, foreignNames, sameSource];

/** Possible slips in the draft `text`, in text order. Linear in its length, plus some queries of the corpus. */
export function check(text: string, comparison: Comparison, localNames: readonly string[] = []): Finding[] {
  const { index, finder } = comparison;
  const scan = scanNumbered(text);
  const borrowed = finder.find(text);
  const origins = new Origins(text, borrowed, comparison, localNames);
  const context = { text, scan, index, borrowed: outsideGlossary(text, borrowed), localNames, origins };
  return CHECKS.flatMap(each => each(context)).sort((a, b) => a.start - b.start || a.end - b.end);
}
