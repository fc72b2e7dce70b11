import type { FoundParagraph } from '../borrow/borrowFinder.ts';
import { letterCount } from '../borrow/stretches.ts';
import { sentences } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { CheckContext } from './checkContext.ts';

/** Share of a sentence that must occur in one speech to call it copied: names and figures are usually changed. */
const COPIED_SHARE = 0.7;

/** A sentence of the draft that occurs almost completely in one speech. */
export interface CopiedSentence {
  readonly span: Span;
  /** Number of its letters in the speech. */
  readonly copied: number;
  /** Their share of the sentence. */
  readonly share: number;
}

/**
 * The sentences of the paragraph that occur almost completely in one speech.
 * @param speech its key, see `CorpusDocuments.speechKey`
 */
export function copiedSentences(context: CheckContext, paragraph: FoundParagraph, speech: number): CopiedSentence[] {
  return sentences(context.text, paragraph)
    .map(span => {
      const copied = sharedLetters(context, paragraph, span, speech);
      return { span, copied, share: copied / Math.max(1, letterCount(context.text, span)) };
    })
    .filter(({ share }) => share >= COPIED_SHARE);
}

/** Number of letters of `span`, a part of the paragraph, in stretches that come from one speech. */
export function sharedLetters(
  { text, index }: CheckContext,
  { stretches }: FoundParagraph,
  span: Span,
  speech: number,
): number {
  return stretches
    .filter(({ place }) => index.documents.speechKey(place) === speech)
    .reduce((sum, stretch) => sum + lettersIn(text, span, stretch), 0);
}

/** Number of letters of a span in a stretch that occurs in the corpus. */
export function lettersIn(text: string, span: Span, { start, end }: Span): number {
  return letterCount(text, { start: Math.max(start, span.start), end: Math.min(end, span.end) });
}
