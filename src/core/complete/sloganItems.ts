import { evenly } from '../collections/evenly.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { findSlogans } from '../parallel/numericSummary.ts';
import type { Suggestion } from './suggestion.ts';

/** What leads from a slogan to its items, the longest first. */
const LEADS: readonly string[] = ['，主要是', '，就是', '就是', '，即', '即', '：', ':'];
/** Units before the caret that are searched for a slogan and what leads on from it. */
const REACH = 24;
/** Series that are read for one slogan. */
const MOST_READ = 8;

/**
 * The items that a slogan right before the caret counts, as the corpus has them, in one line: after «“三个不到位”，即｜»
 * «看得不到位、想得不到位、做得不到位». Each line has the place of its items as its source.
 */
export function sloganItems(index: CorpusIndex, text: string, caret: number): Suggestion[] {
  const slogan = sloganBefore(text.slice(Math.max(0, caret - REACH), caret));
  if (slogan === undefined) return [];
  const query = { slogan };
  const places = index.series.places(query);
  const items = new Map<string, Suggestion>();
  for (const { series, place } of evenly(places, MOST_READ).flatMap(each => index.series.at(each, query))) {
    const insertText = series.members.map(member => member.text).join('、');
    if (items.has(insertText)) continue;
    const provenance = index.provenances.of(place, series.end - series.start);
    const documents = new Set(places.map(each => index.documents.speechKey(each))).size;
    const known = { documents, occurrences: places.length, confidence: 1 / (items.size + 2), provenance };
    items.set(insertText, { insertText, replaceLength: 0, kind: 'series-member', ...known });
  }
  return [...items.values()];
}

function sloganBefore(before: string): string | undefined {
  const lead = LEADS.find(word => before.endsWith(word));
  if (lead === undefined) return undefined;
  const end = before.length - lead.length;
  const slogan = findSlogans(before).find(found => found.end === end);
  return slogan && before.slice(slogan.start, slogan.end);
}
