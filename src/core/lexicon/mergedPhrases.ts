import type { PhraseCursor } from '../index/format/phraseSection.ts';
import type { Segment } from '../index/reading/segment.ts';
import { Largest } from './largest.ts';
import { PhraseTable } from './phraseTable.ts';

/** What no segment has as a phrase counts as a word. */
export type PhraseSort = 'phrases' | 'words';

/** Phrases looked at in one step, which takes half a millisecond. */
const STEP = 500;

/**
 * The weightiest recurrent phrases of `index`, or words, `limit` at most; in steps. The segments' own lists are sorted, so they are merged
 * as they are read: once for the weights, once for what weighs enough.
 */
export function* mergedPhrases(
  segments: readonly Segment[],
  sort: PhraseSort,
  limit: number,
): Generator<undefined, PhraseTable> {
  let seen = 0;
  const cursors = segments.map(segment => segment.phrases());
  const heaviest = new Largest(limit);
  for (const same of eachPhrase(cursors)) {
    if (seen++ % STEP === 0) yield;
    if (sortOf(same) === sort) heaviest.add(weightOf(same));
  }
  const { size, least } = heaviest;
  let ofLeast = heaviest.ofLeast; // of those that weigh just enough, the first
  const kept = new PhraseTable(size);
  for (const cursor of cursors) cursor.rewind();
  for (const same of eachPhrase(cursors)) {
    if (seen++ % STEP === 0) yield;
    if (sortOf(same) !== sort) continue;
    const weight = weightOf(same);
    if (weight < least || (weight === least && ofLeast-- <= 0)) continue;
    const { text, reading } = same[0]!;
    kept.add({ text, reading, weight, documents: sum(same, cursor => cursor.documents) });
  }
  return kept;
}

/** Each phrase once, in the order of the texts, as the cursors that are at it just now: what they say is to be read at once. */
function* eachPhrase(all: readonly PhraseCursor[]): Generator<readonly PhraseCursor[]> {
  for (let cursors = all; ; ) {
    cursors = cursors.filter(cursor => !cursor.isAtEnd);
    const [first] = cursors;
    if (first === undefined) return;
    const least = cursors.reduce((found, cursor) => (cursor.compare(found) < 0 ? cursor : found), first);
    const same = cursors.filter(cursor => cursor === least || cursor.compare(least) === 0);
    yield same;
    for (const cursor of same) cursor.advance();
  }
}

function sortOf(same: readonly PhraseCursor[]): PhraseSort {
  return same.every(cursor => cursor.isWord) ? 'words' : 'phrases';
}

/** Documents, less where the text is mostly seen as part of a longer one; idioms stand by themselves. */
function weightOf(same: readonly PhraseCursor[]): number {
  return sum(same, cursor => cursor.documents * (cursor.isIdiom ? 1 : cursor.leastBranching));
}

function sum(cursors: readonly PhraseCursor[], of: (cursor: PhraseCursor) => number): number {
  return cursors.reduce((total, cursor) => total + of(cursor), 0);
}
