import type { KwicLine } from '../document/provenance.ts';
import type { SeriesFamily } from '../parallel/parallelSeries.ts';
import type { Span } from '../text/span.ts';
import type { GoingOn } from './clauseEdges.ts';
import type { DictionaryEntry } from './wordDictionary.ts';

/**
 * What stands under the pointer. One thing: 成语, 提法 (a phrase that recurs on its own), 排比 (two or more members of a series), 整句 (whole
 * clauses), 词语 (a word, or a few that keep company). Or only a stretch of the same characters: 相同文字.
 */
export type PhraseKind = 'idiom' | 'phrase' | 'series' | 'clause' | 'word' | 'stretch';

/** A phrase and how often the corpus has it; documents are speeches, copies counted once. */
export interface CountedPhrase {
  readonly phrase: string;
  readonly documents: number;
  readonly occurrences: number;
}

/** Part of a clause of the draft. */
export interface Excerpt extends CountedPhrase {
  readonly goesOn: GoingOn;
}

export interface HoverRequest {
  readonly text: string;
  readonly offset: number;
  /** Number of sources to return. */
  readonly limit?: number;
  /** Path of the user's own dictionary, as the settings name it. */
  readonly dictionary?: string;
}

export interface HoverResult extends Excerpt {
  readonly kind: PhraseKind;
  /** Where the phrase lies in the draft. */
  readonly span: Span;
  /** Best sources first. Empty for an idiom that occurs only in a dictionary. */
  readonly hits: readonly KwicLine[];
  /** The user's cards that contain the phrase, latest first, as further sources. */
  readonly cards: readonly KwicLine[];
  /** Number of documents by year, ascending; of a sample if there are very many. */
  readonly years: ReadonlyArray<{ readonly year: string; readonly documents: number }>;
  /** Phrases that differ by one character or by the order of their halves, most frequent first. */
  readonly variants: readonly CountedPhrase[];
  /** The longest part of the sentence around the phrase that some speeches contain. */
  readonly wider?: Excerpt;
  /** The idiom, phrase or term under the pointer, if it is part of a longer stretch. */
  readonly inner?: CountedPhrase & { readonly kind: 'idiom' | 'phrase' | 'word' };
  /** The series of the best source that contains the phrase. */
  readonly series?: { readonly family: SeriesFamily; readonly members: readonly string[] };
  /** The dictionary's entry for the idiom under the pointer; not from the corpus. */
  readonly dictionary?: DictionaryEntry;
}
