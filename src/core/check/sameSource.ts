import type { FoundParagraph, FoundStretch } from '../borrow/borrowFinder.ts';
import { letterCount } from '../borrow/stretches.ts';
import type { PhraseFrequencies } from '../index/phraseFrequencies.ts';
import { findSeries } from '../parallel/findSeries.ts';
import type { Span } from '../text/span.ts';
import type { Check, CheckContext } from './checkContext.ts';
import { copiedSentences, lettersIn, sharedLetters } from './copied.ts';

/** A match of this many characters is no coincidence. */
const MIN_LETTERS = 13;
/** A paragraph that contains so many characters of one speech is copied from it … */
const PASSAGE = 40;
/** … or a sentence with so many, which is almost all of it. */
const SENTENCE = 25;
const WHOLE = 0.8;
/** A text of the nation shares sentences with local ones that have them from its forerunners, but no paragraphs. */
const PASSAGE_SHARE = 0.5;
/** A part of this length that several speeches contain is a formula. */
const FORMULA = 6;
/** Series of at least this many members, none longer than the limit below, are slogans. */
const SLOGAN_MEMBERS = 3;
const LONGEST_SLOGAN_MEMBER = 14;
/** Quotations and titles are literal on purpose. */
const QUOTED = /[“‘《][^“”‘’《》\n]*[”’》]/gu;

/**
 * «雷同»: thirteen characters in a row that one single speech of the corpus has, formulas, slogans and quotations aside, in a sentence that it has
 * nearly all of. What stands in a sentence of one's own is a turn of phrase or the name of a programme, and what a national document says is
 * meant to be repeated as it is.
 */
export const sameSource: Check = context => {
  const quotations = quotationsIn(context.text);
  return context.borrowed.flatMap(paragraph =>
    paragraph.stretches
      .filter(stretch => stretch.documents === 1 && stretch.letters >= MIN_LETTERS)
      .filter(stretch => isCopied(context, paragraph, stretch))
      .filter(stretch => ownLetters(context, paragraph, stretch, quotations) >= MIN_LETTERS)
      .filter(({ place }) => context.origins.isElsewhere(place))
      .map(({ start, end, letters, place }) => ({
        kind: 'same-source' as const,
        start,
        end,
        message: `连续${letters}字与《${context.index.documents.headAt(place).title}》相同，语料中仅此一篇`,
        fixes: [],
      })),
  );
};

/** Whether the paragraph has more of the stretch's source than a turn of phrase that both have from a third. */
function isCopied(context: CheckContext, paragraph: FoundParagraph, stretch: FoundStretch): boolean {
  const { text, index, origins } = context;
  const speech = index.documents.speechKey(stretch.place);
  const holding = copiedSentences(context, paragraph, speech).filter(
    ({ span }) => lettersIn(text, span, stretch) >= MIN_LETTERS,
  );
  if (holding.length === 0) return false;
  const shared = sharedLetters(context, paragraph, paragraph, speech);
  if (origins.home.isNational) return shared >= paragraph.letters * PASSAGE_SHARE;
  return shared >= PASSAGE || holding.some(({ copied, share }) => copied >= SENTENCE && share >= WHOLE);
}

/** Number of characters of a stretch without those in quotations, slogans and formulas. */
function ownLetters(
  { text, index }: CheckContext,
  paragraph: FoundParagraph,
  stretch: FoundStretch,
  quotations: readonly Span[],
): number {
  const letters = new Letters(text, stretch);
  for (const { start, end } of quotations) letters.leaveOut(start, end);
  for (const { start, end } of slogansIn(text.slice(paragraph.start, paragraph.end))) {
    letters.leaveOut(paragraph.start + start, paragraph.start + end);
  }
  leaveOutFormulas(index.frequencies, text, stretch, letters);
  return letters.count();
}

function quotationsIn(text: string): Span[] {
  return [...text.matchAll(QUOTED)].map(({ index, 0: quotation }) => ({ start: index, end: index + quotation.length }));
}

function slogansIn(text: string): Span[] {
  const isShort = ({ start, end }: Span): boolean => end - start <= LONGEST_SLOGAN_MEMBER;
  return findSeries(text).filter(({ members }) => members.length >= SLOGAN_MEMBERS && members.every(isShort));
}

function leaveOutFormulas(frequencies: PhraseFrequencies, text: string, { start, end }: Span, letters: Letters): void {
  for (let at = start; at + FORMULA <= end && letters.count() >= MIN_LETTERS; at++) {
    if (frequencies.of(text.slice(at, at + FORMULA)).documents > 1) letters.leaveOut(at, at + FORMULA);
  }
}

/** The characters of a stretch that count, without punctuation. */
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
