import { RecentMap } from '../collections/recentMap.ts';
import { isHan } from '../text/charClass.ts';
import { unitsOf } from '../text/units.ts';
import type { CaretEndings } from './caretEndings.ts';
import { frequentTexts } from './frequentTexts.ts';
import type { Frequency } from './occurrenceCounts.ts';
import type { Segment } from './reading/segment.ts';
import type { SpeechCounter } from './speechCounter.ts';

/** Number of phrases whose frequency is remembered after a request. */
const CAPACITY = 4096;
/**
 * Phrases with at least this many rows in the top table of a segment are counted in advance. So many rows stand for 512
 * places in that segment, and mostly for four times as many in the corpus. Some ten thousand phrases have them.
 */
const FREQUENT_ROWS = 8;

/**
 * How often phrases occur, and in how many speeches. Answers are remembered, since the same phrases are offered again
 * and again. Phrases that take long are counted in advance, one at each call of `countNext`.
 */
export class PhraseFrequencies {
  readonly #segments: readonly Segment[];
  readonly #counter: SpeechCounter;
  readonly #endings: CaretEndings;
  readonly #recent = new RecentMap<string, Frequency>(CAPACITY);
  readonly #frequent = new Map<string, Frequency>();
  readonly #uncounted: Iterator<string>;

  constructor(segments: readonly Segment[], counter: SpeechCounter, endings: CaretEndings) {
    this.#segments = segments;
    this.#counter = counter;
    this.#endings = endings;
    this.#uncounted = frequentIn(segments);
  }

  /**
   * How often `phrase` occurs, and in how many speeches; copies of one speech count once.
   * @param typed units at the start of `phrase` that are the end of the text for which `endings` was last asked. What
   * was found for that ending is then not searched for again
   */
  of(phrase: string, typed = 0): Frequency {
    return this.#frequent.get(phrase) ?? this.#recent.getOrMake(phrase, () => this.#count(phrase, typed));
  }

  /** Counts one more of the phrases that take long. Returns whether any are left. */
  countNext(): boolean {
    const { value: phrase, done } = this.#uncounted.next();
    if (done === true) return false;
    if (!this.#frequent.has(phrase)) this.#frequent.set(phrase, this.#count(phrase, 0));
    return true;
  }

  #count(phrase: string, typed: number): Frequency {
    const pattern = unitsOf(phrase);
    return this.#counter.count(
      this.#segments.map(
        ({ search }, segment) => this.#endings.latest?.placesOf(segment, pattern, typed) ?? search.interval(pattern),
      ),
    );
  }
}

/** Frequent words and beginnings of phrases. */
function* frequentIn(segments: readonly Segment[]): Generator<string> {
  for (const { search } of segments) {
    for (const text of frequentTexts(search, FREQUENT_ROWS)) if (isHan(text)) yield text;
  }
}
