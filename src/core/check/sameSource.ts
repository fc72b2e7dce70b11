import type { FoundStretch } from '../borrow/borrowFinder.ts';
import { letterCount } from '../borrow/stretches.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Check } from './checkContext.ts';

/** So many characters in a row are no coincidence. */
const MIN_LETTERS = 13;
/** What several speeches have of this length is a formula. */
const FORMULA = 6;
/** So many in a row are copied even where they are formulas strung together. */
const COPIED_LETTERS = 60;
/** Quotations and titles are meant to be word for word. */
const QUOTED = /[“‘《][^“”‘’《》\n]*[”’》]/gu;

/** «雷同»: thirteen characters in a row that one single speech of the corpus has, formulas and quotations aside. */
export const sameSource: Check = ({ text, borrowed, index }) => {
  const quotations = [...text.matchAll(QUOTED)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return borrowed.flatMap(({ stretches }) =>
    stretches
      .filter(stretch => stretch.documents === 1 && stretch.letters >= MIN_LETTERS)
      .filter(stretch => {
        const letters = new Letters(text, stretch);
        for (const quotation of quotations) letters.leaveOut(quotation.start, quotation.end);
        return letters.count() >= COPIED_LETTERS || withoutFormulas(index, text, stretch, letters) >= MIN_LETTERS;
      })
      .map(({ start, end, letters, place }) => ({
        kind: 'same-source' as const,
        start,
        end,
        message: `连续${letters}字与《${index.documentOf(place).title}》相同，语料中仅此一篇`,
        fixes: [],
      })),
  );
};

function withoutFormulas(index: CorpusIndex, text: string, { start, end }: FoundStretch, letters: Letters): number {
  for (let at = start; at + FORMULA <= end && letters.count() >= MIN_LETTERS; at++) {
    if (index.frequency(text.slice(at, at + FORMULA)).documents > 1) letters.leaveOut(at, at + FORMULA);
  }
  return letters.count();
}

/** The characters of a stretch that count, marks aside. */
class Letters {
  readonly #start: number;
  readonly #counted: Uint8Array;
  #count: number;

  constructor(text: string, { start, end }: FoundStretch) {
    this.#start = start;
    this.#counted = Uint8Array.from({ length: end - start }, (_, i) =>
      letterCount(text, { start: start + i, end: start + i + 1 }),
    );
    this.#count = this.#counted.reduce((sum, each) => sum + each, 0);
  }

  count(): number {
    return this.#count;
  }

  leaveOut(start: number, end: number): void {
    const last = Math.min(end - this.#start, this.#counted.length);
    for (let at = Math.max(0, start - this.#start); at < last; at++) {
      this.#count -= this.#counted[at]!;
      this.#counted[at] = 0;
    }
  }
}
