import type { Provenance } from '../document/provenance.ts';

/** 词句, 素材, 标题, 章节, 原文. */
export type FindKind = 'phrase' | 'card' | 'document' | 'section' | 'text';

/** A result of a search: a part of the corpus, or a card. */
export interface Found {
  readonly kind: FindKind;
  /** The result as it is written: a phrase, a title, or the sentence that contains the query. */
  readonly text: string;
  /** The text to insert: «《在推进会上的讲话》» for a title, the whole text of a card. */
  readonly insertText: string;
  /** Number of documents that contain the phrase. */
  readonly documents?: number;
  readonly provenance: Provenance;
}
