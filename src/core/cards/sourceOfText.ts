import type { Provenance } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type Occurrence, occurrenceOfKey } from '../index/occurrence.ts';
import { isHan } from '../text/charClass.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { sentences } from '../text/sentences.ts';

/** Sentences with fewer Chinese characters occur in many speeches and say nothing about the source. */
const MIN_HAN = 6;
/** Number of sentences examined, the longest first: not every sentence of a page need be looked up. */
const MAX_SENTENCES = 12;
/** Of a longer sentence only the beginning is looked up. */
const MAX_UNITS = 200;

/**
 * The speech from which all of `text` was taken: it contains every sentence of the text, except very short ones. If several do, the one at
 * `path` or with that id, then the latest original. `undefined` if no document contains all of it.
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

/** The sentences of `text` that say something about the source, longest first; all of the text if there are none. */
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

/** The first place of `sentence` in each document that contains it. */
function placesByDocument(index: CorpusIndex, sentence: string): Map<string, Occurrence> {
  const { inDocuments } = index.counts.survey(index.matches.of(sentence));
  const places = inDocuments.map(occurrenceOfKey);
  return new Map(places.map(place => [index.documents.headAt(place).id, place]));
}
