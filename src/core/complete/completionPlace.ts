import type { Scan } from '../parallel/openSeries.ts';
import type { OpenSeries } from '../parallel/parallelSeries.ts';
import type { Preference } from './acceptance.ts';
import type { CaretContext } from './caretContext.ts';
import type { CompletionMode } from './suggestion.ts';

/** A place in a draft, and how much may be offered there. */
export interface CompletionPlace {
  readonly text: string;
  readonly offset: number;
  /** Suggestions at most. */
  readonly limit: number;
  readonly mode: CompletionMode;
  /** What this writer has shown for or against suggestions. */
  readonly preference?: Preference;
}

/** The same with what is read off the draft there: by this the kinds of suggestions are found. */
export interface ReadPlace extends CompletionPlace {
  readonly preference: Preference;
  readonly context: CaretContext;
  readonly scan: Scan;
  /** The series inside a sentence whose next member begins at the caret. */
  readonly frame: OpenSeries | undefined;
}
