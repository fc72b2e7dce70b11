import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { OpenSeries } from '../parallel/parallelSeries.ts';
import { mayEndAfter, mayEndClause } from './clauseEndings.ts';
import type { ReadPlace } from './completionPlace.ts';
import { continuations } from './continuations.ts';
import { learnedPart } from './draftText.ts';
import { guessesFigure, wordsAtEnd } from './ends.ts';
import { FullWidthDraft } from './fullWidthDraft.ts';
import { mostHitChance } from './hitBound.ts';
import { type Offer, offersOf, repeatsClause } from './offers.ts';
import { perIndex } from './perIndex.ts';
import { choosing, MIN_ITEM_SHARE, mayLeadOn, rank, type Threshold, thresholds } from './ranking.ts';
import { efforts } from './rankingWeights.ts';
import { type Choice, hasMark, hitChance, select } from './select.ts';
import type { Row, Suggestion } from './suggestion.ts';

const draftOf = perIndex(() => new FullWidthDraft());

/** Continuations from the corpus or the draft itself; none unless the list is worth showing. */
export function wordSuggestions(index: CorpusIndex, place: ReadPlace): Row[] {
  const { mode, limit, frame } = place;
  // An open frame makes it certain that more follows: there the list is always shown.
  const least = thresholds[frame === undefined ? mode : 'eager'];
  const offers = offersAt(index, place, least);
  // Only now, since it is read from the index how a row may end.
  if (mostHitChance(offers, limit) < least.hitChance) return [];
  const choices = select(offers, limit, choosing[mode], offer => endsWell(index, place, offer));
  const worth = worthShowing(choices, least).filter(({ continuation }) => !breaksOff(index, place, continuation));
  return inOrder(index, worth).map(({ continuation }) => {
    const { insertText, replaceLength, probability } = continuation;
    const row = { insertText, replaceLength, confidence: Math.min(1, probability) };
    return { ...row, suggestion: () => ({ ...row, ...known(index, continuation, frame) }) };
  });
}

/** The candidates for the list. Empty if no choice among them can meet the threshold. */
function offersAt(
  index: CorpusIndex,
  { text, offset, limit, mode, preference, context }: ReadPlace,
  least: Threshold,
): Offer[] {
  const draft = draftOf(index).of(learnedPart(text, offset));
  const outlook = continuations(index, context.before, draft, {
    mayLeadOn: mayLeadOn[mode],
    rows: limit,
    // Odds that are multiplied raise a chance by that factor at most.
    hitChance: least.hitChance / Math.exp(preference.mostBoost),
    effort: efforts[mode],
  });
  const offers = offersOf(context, outlook, preference);
  if (mayLeadOn[mode]) return offers;
  const { before } = context;
  return offers.filter(offer => !guessesFigure(before, offer.text) && !repeatsClause(before, offer));
}

/** Whether the row's last word is one that can end a clause. */
function endsWell(index: CorpusIndex, { context, mode }: ReadPlace, { text, words, isWhole }: Offer): boolean {
  const last = mayLeadOn[mode] ? undefined : wordsAtEnd(context.before, text, words);
  if (last === undefined) return true;
  return mayEndClause(index, last[0]) && (isWhole || mayEndAfter(index, ...last));
}

/**
 * Whether the row is said by one document only and breaks off within a clause, on two words that end no clause
 * together: «系统成为全国｜样板». What several documents say has shown where it may end.
 */
function breaksOff(index: CorpusIndex, { context, mode }: ReadPlace, offer: Offer): boolean {
  const { text, words, isWhole, occurrence, insertText, replaceLength } = offer;
  if (isWhole || occurrence === undefined || mayLeadOn[mode]) return false;
  const last = wordsAtEnd(context.before, text, words);
  if (last === undefined || index.frequencies.of(insertText, replaceLength).documents > 1) return false;
  return !mayEndClause(index, last[1]);
}

/** The choices worth showing. */
function worthShowing(choices: readonly Choice<Offer>[], least: Threshold): Choice<Offer>[] {
  const saving = choices.reduce((sum, choice) => sum + choice.expectedSaving, 0);
  if (saving < least.expectedSaving || hitChance(choices) < least.hitChance) return [];
  return choices.filter(choice => choice.expectedSaving >= least.expectedSaving * MIN_ITEM_SHARE);
}

/**
 * The choices in the order of the list. What one document alone says goes no other way, so nothing tells how far a draft follows it: among the
 * others such rows are placed by the chance of the likeliest of them that is left, not by a `leadChance`.
 */
function inOrder(index: CorpusIndex, choices: readonly Choice<Offer>[]): Choice<Offer>[] {
  const places = new Map<Choice<Offer>, number>();
  let likeliest = 0;
  for (const choice of choices.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const { continuation } = choice;
    const { occurrence, insertText, replaceLength, probability } = continuation;
    const isAlone = occurrence !== undefined && index.frequencies.of(insertText, replaceLength).documents === 1;
    if (isAlone) likeliest = Math.max(likeliest, probability);
    places.set(choice, isAlone ? likeliest : rankOf(choice));
  }
  return choices.toSorted((a, b) => places.get(b)! - places.get(a)! || rankOf(b) - rankOf(a));
}

function rankOf({ continuation: { leadChance, text } }: Choice<Offer>): number {
  return rank(leadChance, hasMark(text) ? text.length - 1 : text.length);
}

/** What kind of row an offer is, how often the corpus has it, and where. */
function known(
  index: CorpusIndex,
  { occurrence, agreed, insertText, replaceLength }: Offer,
  frame: OpenSeries | undefined,
): Pick<Suggestion, 'kind' | 'documents' | 'occurrences' | 'provenance'> {
  if (occurrence === undefined) return { kind: 'draft', documents: 0, occurrences: 0 };
  const { documents, occurrences } = index.frequencies.of(insertText, replaceLength);
  const source = { segment: occurrence.segment, position: occurrence.position + agreed - replaceLength };
  const isPhrase = documents > 1 && replaceLength > 0;
  return {
    kind: frame && continuesFrame(frame, agreed) ? 'series-member' : isPhrase ? 'phrase' : 'continuation',
    documents,
    occurrences,
    provenance: index.provenances.of(source, insertText.length),
  };
}

/** Whether the source agrees with the draft over at least the last member, and so continues the same series. */
function continuesFrame(frame: OpenSeries, agreed: number): boolean {
  const last = frame.members.at(-1);
  return last !== undefined && agreed >= last.text.length;
}
