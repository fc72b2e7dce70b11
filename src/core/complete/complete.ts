import type { CorpusIndex } from '../index/corpusIndex.ts';
import { IncrementalScan } from '../parallel/incrementalScan.ts';
import { openMembersAt } from '../parallel/openMember.ts';
import { openSeriesStack, type Scan } from '../parallel/openSeries.ts';
import type { OpenSeries } from '../parallel/parallelSeries.ts';
import { blankMember } from '../parallel/slots.ts';
import { caretContext } from './caretContext.ts';
import { mayEndAfter, mayEndClause } from './clauseEndings.ts';
import { continuations } from './continuations.ts';
import { wordsAtEnd } from './ends.ts';
import { FullWidthDraft } from './fullWidthDraft.ts';
import { knownMembers } from './knownMembers.ts';
import { markerSuggestions } from './markerSuggestions.ts';
import { type Offer, offerOf, type Preference } from './offers.ts';
import { perIndex } from './perIndex.ts';
import { choosing, MIN_ITEM_SHARE, mayLeadOn, rank, type Threshold, thresholds } from './ranking.ts';
import { type Choice, hasMark, hitChance, mostHitChance, select } from './select.ts';
import { sloganItems } from './sloganItems.ts';
import type { CompletionMode, Suggestion } from './suggestion.ts';

/** What most series of the corpus go on with is offered before words that merely follow there. */
const SURE_MEMBER = 0.5;
/** How much of the draft before the caret is learned from, in units. */
export const DRAFT_REACH = 20_000;

const scanOf = perIndex(() => new IncrementalScan());
const draftOf = perIndex(() => new FullWidthDraft());

/** A place in a draft, and how much may be offered there. */
export interface CompletionPlace {
  readonly text: string;
  readonly offset: number;
  /** Suggestions at most. */
  readonly limit: number;
  readonly mode: CompletionMode;
  /** What this writer has shown for or against suggestions. */
  readonly preference?: Preference;
}

/**
 * What to offer at `offset` of `text`, best first: the next marker of an open series, the corpus' own next words, a blank
 * slot of an open frame last. Empty where nothing is likely enough for `mode`.
 */
export function complete(index: CorpusIndex, place: CompletionPlace): Suggestion[] {
  const { text, offset, limit, mode, preference = () => 0 } = place;
  const context = caretContext(text, offset);
  if (context === undefined || limit <= 0) return [];
  const scan: Scan = (whole, end) => scanOf(index).to(whole, end);
  const series = openSeriesStack(text, offset, scan);
  const frame = series.find(open => open.nextMarker === undefined);
  const { likely, unlikely } = markerSuggestions(index.matches, series, mode);
  const slot = frame && slotSuggestion(frame);
  const room = Math.max(0, limit - likely.length - unlikely.length - (slot ? 1 : 0));
  const members = memberSuggestions(index, { ...place, limit: room }, { scan, frame });
  const outlook = continuations(
    index,
    context.before,
    draftOf(index).of(text.slice(Math.max(0, offset - DRAFT_REACH), offset)),
    mayLeadOn[mode],
  );
  const offers = outlook.continuations.flatMap(continuation => offerOf(context, outlook, continuation, preference));
  const endsWell = ({ text: added, words, isWhole }: Offer): boolean => {
    const last = mayLeadOn[mode] ? undefined : wordsAtEnd(context.before, added, words);
    if (last === undefined) return true;
    return mayEndClause(index, last[0]) && (isWhole || mayEndAfter(index, ...last));
  };
  // An open frame says by itself that more is to come: there the list is always shown.
  const least = thresholds[frame === undefined ? mode : 'eager'];
  const isHopeless = mostHitChance(offers, room) < least.hitChance;
  const choices = isHopeless ? [] : select(offers, room, choosing[mode], endsWell);
  const words = worthShowing(choices, least).map(({ continuation }) => asSuggestion(index, continuation, frame));
  const [sure, others] = parted(members, ({ confidence }) => confidence >= SURE_MEMBER);
  const said = distinct([...sure, ...words, ...others]).slice(0, room);
  return [...likely, ...said.slice(0, 1), ...unlikely, ...said.slice(1), ...(slot ? [slot] : [])].slice(0, limit);
}

/** Members of series that are known in the corpus. Without a frame only what is likely enough for `mode`. */
function memberSuggestions(
  index: CorpusIndex,
  { text, offset, limit, mode }: CompletionPlace,
  { scan, frame }: { readonly scan: Scan; readonly frame: OpenSeries | undefined },
): Suggestion[] {
  if (limit <= 0) return [];
  const items = sloganItems(index, text, offset);
  if (items.length > 0) return items.slice(0, limit);
  for (const open of openMembersAt(text, offset, scan)) {
    const members = knownMembers(index, open, frame?.frame, limit);
    if (frame !== undefined && members.length > 0) return members;
    const following = members.filter(({ confidence }) => confidence > 0);
    const chance = following.reduce((sum, { confidence }) => sum + confidence, 0);
    if (following.length > 0 && chance >= thresholds[mode].hitChance) return following;
  }
  return [];
}

/** Of suggestions that add the same to the draft the first. */
function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  const addedBy = ({ insertText, replaceLength }: Suggestion): string => insertText.slice(replaceLength);
  const added = new Map<string, Suggestion>();
  for (const suggestion of suggestions) if (!added.has(addedBy(suggestion))) added.set(addedBy(suggestion), suggestion);
  return [...added.values()];
}

function parted<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter(item => !isFirst(item))];
}

/** What is worth showing, in the order of the list. */
function worthShowing(choices: readonly Choice<Offer>[], least: Threshold): Choice<Offer>[] {
  const saving = choices.reduce((sum, choice) => sum + choice.expectedSaving, 0);
  if (saving < least.expectedSaving || hitChance(choices) < least.hitChance) return [];
  const place = ({ continuation: { leadChance, text } }: Choice<Offer>): number =>
    rank(leadChance, hasMark(text) ? text.length - 1 : text.length);
  return choices
    .filter(choice => choice.expectedSaving >= least.expectedSaving * MIN_ITEM_SHARE)
    .sort((a, b) => place(b) - place(a));
}

function asSuggestion(index: CorpusIndex, offer: Offer, frame: OpenSeries | undefined): Suggestion {
  const { occurrence, agreed, insertText, replaceLength } = offer;
  const confidence = Math.min(1, offer.probability);
  if (occurrence === undefined) {
    return { insertText, replaceLength, kind: 'draft', documents: 0, occurrences: 0, confidence };
  }
  const { documents, occurrences } = index.frequencies.of(insertText, replaceLength);
  const source = { segment: occurrence.segment, position: occurrence.position + agreed - replaceLength };
  return {
    insertText,
    replaceLength,
    kind:
      frame && continuesFrame(frame, agreed)
        ? 'series-member'
        : documents > 1 && replaceLength > 0
          ? 'phrase'
          : 'continuation',
    documents,
    occurrences,
    confidence,
    provenance: index.provenances.of(source, insertText.length),
  };
}

/** Whether the source agrees with the draft over the last member at least, and so goes on with the same series. */
function continuesFrame(frame: OpenSeries, agreed: number): boolean {
  const last = frame.members.at(-1);
  return last !== undefined && agreed >= last.text.length;
}

function slotSuggestion(open: OpenSeries): Suggestion | undefined {
  const insertText = blankMember(open);
  if (insertText === undefined) return undefined;
  return {
    insertText,
    replaceLength: open.typed.length,
    kind: 'series-slot',
    documents: 0,
    occurrences: 0,
    confidence: 0,
  };
}
