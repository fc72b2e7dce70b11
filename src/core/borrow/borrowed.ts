import { fullWidth } from '../document/fullWidth.ts';
import type { Provenance } from '../document/provenance.ts';
import type { Span } from '../document/span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { paragraphs } from '../structure/sentences.ts';
import { letterCount, stretchesIn } from './stretches.ts';

/** A stretch of the draft that stands word for word in the corpus. Offsets are those of the draft. */
export interface BorrowedStretch extends Span {
  /** Speeches that have it, copies of one counted once. */
  readonly documents: number;
  readonly occurrences: number;
  /** Where it stands in the document that has most of the paragraph. */
  readonly source: Provenance;
}

/** A document that a paragraph has words from. */
export interface ParagraphSource {
  readonly documentId: string;
  readonly title: string;
  readonly path: string;
  /** Share of the paragraph's characters, marks aside, in stretches that this document has; of several documents they may add up to more than 1. */
  readonly share: number;
}

/** A paragraph that has borrowed stretches. */
export interface BorrowedParagraph extends Span {
  /** Counted from 1, empty lines aside. */
  readonly number: number;
  /** Share of its characters, marks aside, that stand in borrowed stretches. */
  readonly overlap: number;
  readonly stretches: readonly BorrowedStretch[];
  /** Largest share first, at most `MAX_SOURCES`. */
  readonly sources: readonly ParagraphSource[];
}

export interface BorrowedResult {
  /** Share of the characters of the whole draft, marks aside, that stand in borrowed stretches. */
  readonly overlap: number;
  readonly paragraphs: readonly BorrowedParagraph[];
}

/** Of a stretch that stands in more places these are looked at: it is a formula, and any of its sources will do. */
const MAX_PLACES = 128;
const MAX_SOURCES = 3;

/** «出处清单»: every stretch of `text` that occurs in the corpus, see `stretchesIn`, with its source, paragraph by paragraph. */
export function borrowed(index: CorpusIndex, text: string): BorrowedResult {
  const written = fullWidth(text);
  const found: BorrowedParagraph[] = [];
  let letters = 0;
  let lettersBorrowed = 0;
  let number = 0;
  for (const span of paragraphs(written)) {
    const size = letterCount(written, span);
    if (size === 0) continue;
    number++;
    letters += size;
    const spans = stretchesIn(index, written, span);
    if (spans.length === 0) continue;
    const paragraph = new Paragraph(index, written, spans);
    lettersBorrowed += paragraph.letters;
    found.push({
      ...span,
      number,
      overlap: paragraph.letters / size,
      stretches: paragraph.stretches(),
      sources: paragraph.sources(size),
    });
  }
  return { overlap: letters === 0 ? 0 : lettersBorrowed / letters, paragraphs: found };
}

interface Candidate extends Span {
  readonly letters: number;
  readonly documents: number;
  readonly occurrences: number;
  /** One place of each speech that has it, in the speech's own document where copies have it too. */
  readonly places: ReadonlyMap<number, Occurrence>;
}

/** The stretches of one paragraph, for each of which the speech is chosen that has most of all of them. */
class Paragraph {
  readonly letters: number;
  readonly #index: CorpusIndex;
  readonly #candidates: readonly Candidate[];
  /** Letters of the paragraph in stretches of each speech, by its key. */
  readonly #covered = new Map<number, number>();

  constructor(index: CorpusIndex, text: string, spans: readonly Span[]) {
    this.#index = index;
    this.#candidates = spans.map(span => candidate(index, text, span));
    this.letters = this.#candidates.reduce((sum, { letters }) => sum + letters, 0);
    for (const { letters, places } of this.#candidates) {
      for (const speech of places.keys()) this.#covered.set(speech, (this.#covered.get(speech) ?? 0) + letters);
    }
  }

  stretches(): BorrowedStretch[] {
    return this.#candidates.map(({ start, end, documents, occurrences, places }) => {
      const [, best] = [...places].reduce((a, b) => (this.#order(a, b) <= 0 ? a : b));
      return { start, end, documents, occurrences, source: this.#index.provenance(best, end - start) };
    });
  }

  /** @param size letters of the paragraph */
  sources(size: number): ParagraphSource[] {
    const places = new Map(this.#candidates.flatMap(candidate => [...candidate.places]));
    return [...places]
      .sort((a, b) => this.#order(a, b))
      .slice(0, MAX_SOURCES)
      .map(([speech, place]) => {
        const { id, title, path } = this.#index.documentOf(place);
        return { documentId: id, title, path, share: this.#covered.get(speech)! / size };
      });
  }

  /** Most of the paragraph first, then the latest. */
  #order([speechA, placeA]: [number, Occurrence], [speechB, placeB]: [number, Occurrence]): number {
    const byLetters = this.#covered.get(speechB)! - this.#covered.get(speechA)!;
    if (byLetters !== 0) return byLetters;
    const [dateA, dateB] = [this.#index.dateOf(placeA), this.#index.dateOf(placeB)];
    return dateA > dateB ? -1 : dateA < dateB ? 1 : speechA - speechB;
  }
}

function candidate(index: CorpusIndex, text: string, span: Span): Candidate {
  const stretch = text.slice(span.start, span.end);
  const match = index.match(stretch);
  const isWhole = match.size <= MAX_PLACES;
  const places = new Map<number, Occurrence>();
  for (const place of isWhole ? index.occurrences(match) : index.sample(match, MAX_PLACES)) {
    const speech = index.speechKey(place);
    if (!places.has(speech) || !index.isInVariant(place)) places.set(speech, place);
  }
  const counts = isWhole
    ? { documents: places.size, occurrences: index.countOccurrences(match) }
    : index.frequency(stretch);
  return { ...span, ...counts, letters: letterCount(text, span), places };
}
