import type { Provenance } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type Occurrence, occurrenceOfKey } from '../index/occurrence.ts';
import { isHan } from '../text/charClass.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { sentences } from '../text/sentences.ts';

/** Shorter sentences stand in many speeches and tell nothing. */
const MIN_HAN = 6;
/** The longest sentences decide; a page need not be looked up whole. */
const MAX_SENTENCES = 12;
/** A longer sentence is looked up by its beginning. */
const MAX_UNITS = 200;

/**
 * The speech that all of `text` was taken from: every sentence of it (but for very short ones) stands there. Where several
 * have it, the one at `path` or called by that id, then the latest original. `undefined` if no document has all of it.
 */
export function sourceOfText(index: CorpusIndex, text: string, path?: string): Provenance | undefined {
  const wanted = telling(fullWidth(text.replace(/\r\n?/g, '\n')));
  const [first, ...others] = wanted.map(sentence => placesByDocument(index, sentence));
  if (first === undefined) return undefined;
  const candidates = [...first].filter(([document]) => others.every(places => places.has(document)));
  const ranked = candidates
    .map(([id, place]) => ({
      isAsked: path !== undefined && (id === path || index.documents.headAt(place).path === path),
      isCopy: index.documents.isInVariant(place),
      date: index.documents.dateOf(place),
      place,
    }))
    .sort(
      (a, b) =>
        Number(b.isAsked) - Number(a.isAsked) || Number(a.isCopy) - Number(b.isCopy) || b.date.localeCompare(a.date),
    );
  const best = ranked[0];
  return best && index.provenances.of(best.place, wanted[0]!.length);
}

/** The sentences of `text` that tell where it comes from, longest first; all of it where there is none such. */
function telling(text: string): string[] {
  const all = sentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter(sentence => sentence !== '');
  const long = all.filter(sentence => Array.from(sentence).filter(isHan).length >= MIN_HAN);
  const chosen = long.length > 0 ? long : [text.trim()].filter(whole => whole !== '');
  return chosen
    .map(sentence => sentence.slice(0, MAX_UNITS))
    .sort((a, b) => b.length - a.length)
    .slice(0, MAX_SENTENCES);
}

/** Where each document that has `sentence` has it first. */
function placesByDocument(index: CorpusIndex, sentence: string): Map<string, Occurrence> {
  const { inDocuments } = index.counts.survey(index.matches.of(sentence));
  const places = inDocuments.map(occurrenceOfKey);
  return new Map(places.map(place => [index.documents.headAt(place).id, place]));
}
