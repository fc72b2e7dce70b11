import type { Provenance } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Span } from '../text/span.ts';
import type { FoundParagraph } from './borrowFinder.ts';
import type { Comparison } from './comparisons.ts';

/** A stretch of the draft that occurs word for word in the corpus. Offsets are those of the draft. */
export interface BorrowedStretch extends Span {
  /** Number of speeches that contain it; copies of a speech count once. */
  readonly documents: number;
  readonly occurrences: number;
  /** Its place in the document that shares most with the paragraph. */
  readonly source: Provenance;
}

/** A document that shares words with a paragraph. */
export interface ParagraphSource {
  readonly documentId: string;
  readonly title: string;
  readonly path: string;
  /**
   * Share of the paragraph's characters, without punctuation, in stretches that this document contains; those of several documents may
   * overlap.
   */
  readonly share: number;
}

/** A paragraph with borrowed stretches. */
export interface BorrowedParagraph extends Span {
  /** Number of the paragraph, from 1, empty lines not counted. */
  readonly number: number;
  /** Share of its characters, without punctuation, in borrowed stretches. */
  readonly overlap: number;
  readonly stretches: readonly BorrowedStretch[];
  /** Largest share first, at most `MAX_SOURCES`. */
  readonly sources: readonly ParagraphSource[];
}

export interface BorrowedResult {
  /** Share of the characters of the whole draft, without punctuation, in borrowed stretches. */
  readonly overlap: number;
  readonly paragraphs: readonly BorrowedParagraph[];
}

const MAX_SOURCES = 3;

/** «出处清单»: every stretch of `text` that occurs in the corpus, see `stretchesIn`, with its source, paragraph by paragraph. */
export function borrowed({ index, finder }: Comparison, text: string): BorrowedResult {
  const found = finder.find(text);
  const letters = sum(found.map(paragraph => paragraph.letters));
  return {
    overlap: letters === 0 ? 0 : sum(found.map(borrowedLetters)) / letters,
    paragraphs: found.flatMap((paragraph, i) =>
      paragraph.stretches.length === 0 ? [] : [describe(index, paragraph, i + 1)],
    ),
  };
}

function describe(index: CorpusIndex, paragraph: FoundParagraph, number: number): BorrowedParagraph {
  const { start, end, letters, stretches, sources } = paragraph;
  return {
    start,
    end,
    number,
    overlap: borrowedLetters(paragraph) / letters,
    stretches: stretches.map(stretch => ({
      start: stretch.start,
      end: stretch.end,
      documents: stretch.documents,
      occurrences: stretch.occurrences,
      source: index.provenances.of(stretch.place, stretch.end - stretch.start),
    })),
    sources: sources.slice(0, MAX_SOURCES).map(source => {
      const { id, title, path } = index.documents.headAt(source.place);
      return { documentId: id, title, path, share: source.letters / letters };
    }),
  };
}

function borrowedLetters({ stretches }: FoundParagraph): number {
  return sum(stretches.map(({ letters }) => letters));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
