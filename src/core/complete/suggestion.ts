import type { Provenance } from '../document/provenance.ts';

/** How certain completion must be of a list before it shows one: 积极, 适中, 安静. */
export type CompletionMode = 'eager' | 'balanced' | 'quiet';

export type SuggestionKind =
  | 'continuation' // what the corpus says after the text before the caret
  | 'phrase' // a recurrent phrase that starts with what was typed
  | 'series-marker' // 三要
  | 'series-member' // the corpus' own next member
  | 'series-slot' // a visibly blank slot, snippet syntax: 从$1中$2
  | 'card' // how one of the user's own cards goes on
  | 'draft'; // what the draft itself has said before

/** A row of a completion list. */
export interface Suggestion {
  /** Replaces the last `replaceLength` units before the caret and already contains them. */
  readonly insertText: string;
  /** UTF-16 units before the caret that `insertText` replaces. */
  readonly replaceLength: number;
  readonly kind: SuggestionKind;
  /** Number of corpus documents that contain it; 0 for markers, slots, cards and text found only in the draft itself. */
  readonly documents: number;
  readonly occurrences: number;
  /** Estimated probability that the draft goes on like this, 0…1. */
  readonly confidence: number;
  /** Best source; absent only for markers, blank slots and text found only in the draft itself. */
  readonly provenance?: Provenance;
}

/** A row that may be shown. How often it occurs and where it comes from is read only for rows that are shown. */
export interface Row extends Pick<Suggestion, 'insertText' | 'replaceLength' | 'confidence'> {
  suggestion(): Suggestion;
}
