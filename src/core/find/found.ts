import type { Provenance } from '../document/provenance.ts';

/** 词句, 素材, 标题, 章节, 原文. */
export type FindKind = 'phrase' | 'card' | 'document' | 'section' | 'text';

/** A hit of a search: something of the corpus, or a card. */
export interface Found {
  readonly kind: FindKind;
  /** What is found, as it is written: a phrase, a title, the sentence that holds the query. */
  readonly text: string;
  /** What to write where it is taken over: «《在推进会上的讲话》» for a title, the whole text of a card. */
  readonly insertText: string;
  /** Number of documents that have the phrase. */
  readonly documents?: number;
  readonly provenance: Provenance;
}
