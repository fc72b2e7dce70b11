import type { FoundParagraph } from '../borrow/borrowFinder.ts';
import { letterCount } from '../borrow/stretches.ts';
import type { Span } from '../document/span.ts';
import { sentences } from '../structure/sentences.ts';
import type { CheckContext } from './checkContext.ts';

/** A sentence is copied if so much of it stands in the one speech: names and figures are what is changed. */
const COPIED_SHARE = 0.7;

/**
 * The sentences of the paragraph that stand nearly whole in one speech.
 * @param speech its key, see `CorpusIndex.speechKey`
 */
export function copiedSentences(context: CheckContext, paragraph: FoundParagraph, speech: number): Span[] {
  return sentences(context.text, paragraph).filter(sentence => {
    const copied = sharedLetters(context, paragraph, sentence, speech);
    return copied > 0 && copied >= letterCount(context.text, sentence) * COPIED_SHARE;
  });
}

/** Letters of `span`, a part of the paragraph, in stretches that come from one speech. */
export function sharedLetters(
  { text, index }: CheckContext,
  { stretches }: FoundParagraph,
  span: Span,
  speech: number,
): number {
  return stretches
    .filter(({ place }) => index.speechKey(place) === speech)
    .reduce((sum, stretch) => sum + lettersIn(text, span, stretch), 0);
}

/** Letters of a span that stand in a stretch. */
export function lettersIn(text: string, span: Span, { start, end }: Span): number {
  return letterCount(text, { start: Math.max(start, span.start), end: Math.min(end, span.end) });
}
