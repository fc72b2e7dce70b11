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
/** Quotations are meant to be word for word. */
const QUOTED = /[“‘《][^“”‘’《》]*[”’》]/gu;

/** «雷同»: thirteen characters in a row that one single speech of the corpus has, formulas and quotations aside. */
export const sameSource: Check = ({ text, borrowed, index }) =>
  borrowed.flatMap(({ stretches }) =>
    stretches
      .filter(stretch => stretch.documents === 1 && isCopied(index, text, stretch))
      .map(({ start, end, letters, place }) => ({
        kind: 'same-source' as const,
        start,
        end,
        message: `连续${letters}字与《${index.documentOf(place).title}》相同，语料中仅此一篇`,
        fixes: [],
      })),
  );

function isCopied(index: CorpusIndex, text: string, stretch: FoundStretch): boolean {
  return stretch.letters >= COPIED_LETTERS || peculiarLetters(index, text, stretch) >= MIN_LETTERS;
}

/** Characters of the stretch that are in no quotation and no formula. */
function peculiarLetters(index: CorpusIndex, text: string, { start, end, letters }: FoundStretch): number {
  if (letters < MIN_LETTERS) return 0;
  const common = new Uint8Array(end - start);
  for (const match of text.slice(start, end).matchAll(QUOTED))
    common.fill(1, match.index, match.index + match[0].length);
  for (let at = start; at + FORMULA <= end; at++) {
    if (index.frequency(text.slice(at, at + FORMULA)).documents > 1) common.fill(1, at - start, at - start + FORMULA);
  }
  let count = 0;
  for (let at = start; at < end; at++)
    if (common[at - start] === 0) count += letterCount(text, { start: at, end: at + 1 });
  return count;
}
