import { cardsWith } from '../cards/cardLines.ts';
import type { PhraseFrequencies } from '../index/phraseFrequencies.ts';
import type { PlacedPhrase } from '../phrase/phraseAt.ts';
import type { Span } from '../text/span.ts';
import { claimAt } from './claim.ts';
import { goingOn } from './clauseEdges.ts';
import type { Excerpt, HoverRequest, HoverResult } from './hoverResult.ts';
import type { HoverKnowledge } from './knowledge.ts';
import { termAt } from './termAt.ts';
import { seriesOf } from './unit.ts';
import { nearVariants } from './variants.ts';
import { wordAround } from './wordDictionary.ts';

const MAX_CARDS = 2;

/** Everything that a hover shows about the words at `offset`; `undefined` where neither the corpus nor a dictionary knows any. */
export function phraseHover(
  knowledge: HoverKnowledge,
  { text, offset }: HoverRequest,
  limit: number,
): HoverResult | undefined {
  const claim = claimAt(knowledge, text, offset);
  if (claim === undefined) return undefined;
  const { index, lexicon, cards, explain } = knowledge;
  const { phrase, span, places, documents, occurrences, years } = claim.said;
  const series = places.length === 0 ? undefined : seriesOf(index, places[0]!, phrase.length);
  const inner = lexicon.has(phrase) ? undefined : innerOf(knowledge, text, offset, span);
  const word = wordAround(each => explain(each) !== undefined, phrase, offset - span.start)?.word;
  const entry = word === undefined ? undefined : explain(word);
  return {
    phrase,
    span,
    kind: claim.kind,
    goesOn: goingOn(text, span),
    documents,
    occurrences,
    cards: latestCards(cards, phrase),
    hits: places.slice(0, limit).map(place => index.provenances.kwicLine(place, phrase.length)),
    years,
    variants: nearVariants(index.frequencies, lexicon, inner?.phrase ?? phrase),
    ...(claim.wider !== undefined && { wider: excerptOf(index.frequencies, text, claim.wider) }),
    ...(inner !== undefined && { inner }),
    ...(series !== undefined && { series }),
    ...(entry !== undefined && { dictionary: entry }),
  };
}

function excerptOf(frequencies: PhraseFrequencies, text: string, { phrase, span }: PlacedPhrase): Excerpt {
  return { phrase, ...frequencies.of(phrase), goesOn: goingOn(text, span) };
}

function latestCards(cards: HoverKnowledge['cards'], phrase: string): HoverResult['cards'] {
  const keptFirst = cards.toSorted((a, b) => ((a.kept ?? '') > (b.kept ?? '') ? -1 : 1));
  return cardsWith(keptFirst, phrase).slice(0, MAX_CARDS);
}

/** The idiom, phrase or term under the pointer within a longer stretch. */
function innerOf(knowledge: HoverKnowledge, text: string, offset: number, { start, end }: Span): HoverResult['inner'] {
  const term = termAt(knowledge, text, offset);
  if (term === undefined || term.span.start < start || term.span.end > end || term.phrase.length === end - start)
    return undefined;
  return { phrase: term.phrase, kind: term.kind, ...knowledge.index.frequencies.of(term.phrase) };
}
