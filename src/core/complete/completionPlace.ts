import type { Scan } from '../parallel/openSeries.ts';
import type { OpenSeries } from '../parallel/parallelSeries.ts';
import type { Preference } from './acceptance.ts';
import type { CaretContext } from './caretContext.ts';
import type { CompletionMode } from './suggestion.ts';

/** A place in a draft, and limits on what to offer there. */
export interface CompletionPlace {
  readonly text: string;
  readonly offset: number;
  /** Maximal number of suggestions. */
  readonly limit: number;
  readonly mode: CompletionMode;
  /** The writer's past acceptances and refusals. */
  readonly preference?: Preference;
}

/** A completion place with what was parsed from the draft there, as the sources of suggestions need it. */
export interface ReadPlace extends CompletionPlace {
  readonly preference: Preference;
  readonly context: CaretContext;
  readonly scan: Scan;
  /** The open series inside a sentence whose next member begins at the caret. */
  readonly frame: OpenSeries | undefined;
}
