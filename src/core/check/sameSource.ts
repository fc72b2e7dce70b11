import type { FoundParagraph, FoundStretch } from '../borrow/borrowFinder.ts';
import { letterCount } from '../borrow/stretches.ts';
import type { Span } from '../document/span.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { findSeries } from '../parallel/findSeries.ts';
import { sentences } from '../structure/sentences.ts';
import type { Check, CheckContext } from './checkContext.ts';

/** So many characters in a row are no coincidence. */
const MIN_LETTERS = 13;
/** What several speeches have of this length is a formula. */
const FORMULA = 6;
/** A sentence is copied if so much of it stands in the one speech: names and figures are what is changed. */
const COPIED_SHARE = 0.7;
/** Series of so many members, none longer, are slogans. */
const SLOGAN_MEMBERS = 3;
const LONGEST_SLOGAN_MEMBER = 14;
/** Quotations and titles are meant to be word for word. */
const QUOTED = /[“‘《][^“”‘’《》\n]*[”’》]/gu;

/**
 * «雷同»: thirteen characters in a row that one single speech of the corpus has, formulas, slogans and quotations aside, in a sentence that it has
 * nearly all of. What stands in a sentence of one's own is a turn of phrase or the name of a programme, and what a national document says is
 * meant to be repeated as it is.
 */
export const sameSource: Check = context => {
  const quotations = [...context.text.matchAll(QUOTED)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return context.borrowed.flatMap(paragraph =>
    paragraph.stretches
      .filter(stretch => stretch.documents === 1 && stretch.letters >= MIN_LETTERS)
      .filter(stretch => isToBeNamed(context, stretch) && isCopied(context, paragraph, stretch))
      .filter(stretch => ownLetters(context, paragraph, stretch, quotations) >= MIN_LETTERS)
      .map(({ start, end, letters, place }) => ({
        kind: 'same-source' as const,
        start,
        end,
        message: `连续${letters}字与《${context.index.documentOf(place).title}》相同，语料中仅此一篇`,
        fixes: [],
      })),
  );
};

/** A source that the draft may have copied from, and should not have: neither a later one nor a national document. */
function isToBeNamed({ index, date }: CheckContext, { place }: FoundStretch): boolean {
  const isLater = date !== '' && index.dateOf(place) > date;
  return !isLater && index.documentOf(place).metadata.level !== '国家';
}

/** Whether a sentence with a good part of the stretch in it stands nearly whole in the stretch's source. */
function isCopied({ text, index }: CheckContext, paragraph: FoundParagraph, stretch: FoundStretch): boolean {
  const source = index.speechKey(stretch.place);
  const shared = paragraph.stretches.filter(({ place }) => index.speechKey(place) === source);
  return sentences(text, paragraph).some(sentence => {
    if (lettersIn(text, sentence, stretch) < MIN_LETTERS) return false;
    const copied = shared.reduce((sum, each) => sum + lettersIn(text, sentence, each), 0);
    return copied >= letterCount(text, sentence) * COPIED_SHARE;
  });
}

function lettersIn(text: string, sentence: Span, { start, end }: Span): number {
  return letterCount(text, { start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) });
}

/** Characters of a stretch, less those in quotations, slogans and formulas. */
function ownLetters(
  { text, index }: CheckContext,
  paragraph: FoundParagraph,
  stretch: FoundStretch,
  quotations: readonly Span[],
): number {
  const letters = new Letters(text, stretch);
  for (const quotation of quotations) letters.leaveOut(quotation.start, quotation.end);
  for (const { start, end } of slogansIn(text.slice(paragraph.start, paragraph.end))) {
    letters.leaveOut(paragraph.start + start, paragraph.start + end);
  }
  leaveOutFormulas(index, text, stretch, letters);
  return letters.count();
}

function slogansIn(text: string): Span[] {
  const isShort = ({ start, end }: Span): boolean => end - start <= LONGEST_SLOGAN_MEMBER;
  return findSeries(text).filter(({ members }) => members.length >= SLOGAN_MEMBERS && members.every(isShort));
}

function leaveOutFormulas(index: CorpusIndex, text: string, { start, end }: Span, letters: Letters): void {
  for (let at = start; at + FORMULA <= end && letters.count() >= MIN_LETTERS; at++) {
    if (index.frequency(text.slice(at, at + FORMULA)).documents > 1) letters.leaveOut(at, at + FORMULA);
  }
}

/** The characters of a stretch that count, marks aside. */
class Letters {
  readonly #start: number;
  readonly #counted: Uint8Array;
  #count: number;

  constructor(text: string, { start, end }: Span) {
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
