import { RecentMap } from '../collections/recentMap.ts';
import type { CorpusDocuments } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { paragraphs } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { letterCount, stretchesIn } from './stretches.ts';

/** A stretch of a text that occurs word for word in the corpus. Offsets are those of the text. */
export interface FoundStretch extends Span {
  /** Number of characters without punctuation. */
  readonly letters: number;
  /** Number of speeches that contain it; copies of a speech count once. */
  readonly documents: number;
  readonly occurrences: number;
  /** A place of it in the speech that shares most with the paragraph. */
  readonly place: Occurrence;
}

/** A speech that shares words with a paragraph. */
export interface FoundSource {
  readonly place: Occurrence;
  /** Number of the paragraph's characters, without punctuation, in stretches that this speech contains. */
  readonly letters: number;
}

/** A paragraph that is not empty. Offsets are those of the text. */
export interface FoundParagraph extends Span {
  /** Number of characters without punctuation. */
  readonly letters: number;
  readonly stretches: readonly FoundStretch[];
  /** The source that shares most with the paragraph comes first. */
  readonly sources: readonly FoundSource[];
}

/** Of a stretch with more places only this many are examined: it is a formula, and any of its sources will do. */
const MAX_PLACES = 128;
/** Number of cached paragraphs: between two queries about a draft mostly one paragraph changes. */
const REMEMBERED_PARAGRAPHS = 2000;

/** Finds what texts share with a corpus, paragraph by paragraph, and caches the paragraphs. */
export class BorrowFinder {
  readonly #index: CorpusIndex;
  /** Results by the paragraph's text; offsets are those of the paragraph. */
  readonly #known = new RecentMap<string, FoundParagraph>(REMEMBERED_PARAGRAPHS);

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /** The paragraphs of `text` that are not empty. */
  find(text: string): FoundParagraph[] {
    const written = fullWidth(text);
    return paragraphs(written).flatMap(span => {
      const found = this.#paragraph(written.slice(span.start, span.end));
      return found.letters === 0 ? [] : [shifted(found, span.start)];
    });
  }

  #paragraph(text: string): FoundParagraph {
    return this.#known.refreshOrMake(text, () => findIn(this.#index, text));
  }
}

function shifted(paragraph: FoundParagraph, by: number): FoundParagraph {
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  return { ...move(paragraph), stretches: paragraph.stretches.map(move) };
}

interface Candidate extends Omit<FoundStretch, 'place'> {
  /** One place in each speech that contains it, by the speech's key; in the original where copies contain it too. */
  readonly places: ReadonlyMap<number, Occurrence>;
}

/** @param text of one paragraph */
function findIn(index: CorpusIndex, text: string): FoundParagraph {
  const whole = { start: 0, end: text.length };
  const candidates = stretchesIn(index.matches, text, whole).map(span => candidate(index, text, span));
  const places = new Map<number, Occurrence>();
  /** Number of letters in stretches of each speech. */
  const letters = new Map<number, number>();
  for (const found of candidates) {
    for (const [speech, place] of found.places) {
      places.set(speech, place);
      letters.set(speech, (letters.get(speech) ?? 0) + found.letters);
    }
  }
  const ranked = [...places.keys()].sort(
    (a, b) =>
      letters.get(b)! - letters.get(a)! || latestFirst(index.documents, places.get(a)!, places.get(b)!) || a - b,
  );
  return {
    ...whole,
    letters: letterCount(text, whole),
    stretches: candidates.map(({ places: own, ...stretch }) => ({
      ...stretch,
      place: own.get(ranked.find(speech => own.has(speech))!)!,
    })),
    sources: ranked.map(speech => ({ place: places.get(speech)!, letters: letters.get(speech)! })),
  };
}

function latestFirst(documents: CorpusDocuments, a: Occurrence, b: Occurrence): number {
  const [dateA, dateB] = [documents.dateOf(a), documents.dateOf(b)];
  return dateA > dateB ? -1 : dateA < dateB ? 1 : 0;
}

function candidate(index: CorpusIndex, text: string, span: Span): Candidate {
  const stretch = text.slice(span.start, span.end);
  const match = index.matches.of(stretch);
  const isWhole = match.size <= MAX_PLACES;
  const places = new Map<number, Occurrence>();
  for (const place of isWhole ? index.matches.occurrences(match) : index.matches.sample(match, MAX_PLACES)) {
    const speech = index.documents.speechKey(place);
    if (!places.has(speech) || !index.documents.isInVariant(place)) places.set(speech, place);
  }
  const counts = isWhole
    ? { documents: places.size, occurrences: index.counts.occurrences(match) }
    : index.frequencies.of(stretch);
  return { ...span, ...counts, letters: letterCount(text, span), places };
}
