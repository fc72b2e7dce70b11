import type { Span } from '../text/span.ts';
import type { TextEdit } from '../text/textEdit.ts';

/** Code of a kind of finding. It is stable, and the editor shows it beside the message. */
export type FindingKind =
  | 'ordinal-missing' // 一是 … 三是
  | 'ordinal-repeated' // 一是 … 一是
  | 'mixed-markers' // 一是 … 二要 … 三是
  | 'announced-count' // 讲三个方面：一、… 二、…
  | 'unequal-heading' // one of several headings is not built like the others
  | 'last-mark' // the last member ends with «；»
  | 'marker-form' // 1、, （一）、, (1)
  | 'half-width' // half-width marks of Chinese prose
  | 'foreign-name' // the name of another town, office or person came along from a source
  | 'same-source'; // word for word one single speech

/** Findings of form. Their first fix changes no word, so all of them may be fixed at once. */
export const FORM_KINDS: ReadonlySet<FindingKind> = new Set<FindingKind>(['marker-form', 'half-width']);

/** A change to the draft that would settle a finding. Its edits do not overlap. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A place of the draft that may be a slip. Offsets are UTF-16 units of the checked text, half-open. */
export interface Finding extends Span {
  readonly kind: FindingKind;
  /** One Chinese sentence without the full stop: it speaks of a Chinese draft and quotes it. */
  readonly message: string;
  /** Fixes, the most likely first; empty if only the writer can know. */
  readonly fixes: readonly Fix[];
  /** The name that is taken for foreign, which the user may add to the list of local names. */
  readonly name?: string;
}
