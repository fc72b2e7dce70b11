import type { Span } from '../text/span.ts';

/** Characters that ICU often leaves alone and that belong to the word before them: «机制|性», «制造|业». */
const SUFFIXES = '性化型者率式业';

let segmenter: Intl.Segmenter | undefined;

/** Where words start in a piece of a draft, by the platform's segmenter. */
export class DraftWords {
  readonly #starts: readonly number[];
  readonly #isStart: ReadonlySet<number>;

  private constructor(starts: readonly number[]) {
    this.#starts = starts;
    this.#isStart = new Set(starts);
  }

  static of(text: string): DraftWords {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
    const starts = Array.from(segmenter.segment(text), ({ index }) => index);
    return new DraftWords([...starts.filter(at => at === 0 || !isSuffix(text, at, starts)), text.length]);
  }

  /** Within `span` only those starts that are starts in a source too: two segmenters are seldom wrong at the same place. */
  agreeing({ start, end }: Span, isStartInSource: readonly boolean[]): DraftWords {
    const isInside = (at: number): boolean => at >= start && at <= end && at < this.#starts.at(-1)!;
    return new DraftWords(this.#starts.filter(at => !isInside(at) || isStartInSource[at - start] === true));
  }

  /** Whether a word starts at `at`, or the text ends there. */
  startsAt(at: number): boolean {
    return this.#isStart.has(at);
  }

  /** The last start before `at`; 0 if there is none. */
  startBefore(at: number): number {
    return this.#starts.findLast(each => each < at) ?? 0;
  }

  /** The first start behind `at`; the end of the text if there is none. */
  startBehind(at: number): number {
    return this.#starts.find(each => each > at) ?? this.#starts.at(-1)!;
  }
}

/** A word of its own only by mistake. */
function isSuffix(text: string, at: number, starts: readonly number[]): boolean {
  return SUFFIXES.includes(text[at]!) && starts.includes(at + 1);
}
