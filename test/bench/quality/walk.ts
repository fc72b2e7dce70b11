import type { CompletionMode } from '../../../src/core/complete/suggestion.ts';

/** What the walk needs to know of a suggestion: as in `Suggestion`. */
export interface Offer {
  readonly insertText: string;
  /** UTF-16 units before the caret that `insertText` replaces. */
  readonly replaceLength: number;
}

/** Anything that completes: the service, a reference engine, a candidate ranking in process. Best offers first. */
export type Completer = (before: string, mode: CompletionMode) => readonly Offer[] | Promise<readonly Offer[]>;

/** What typing with suggestions came to. Sums, so that tallies of several drafts can be added. */
export interface Tally {
  /** UTF-16 units of the paragraphs walked. */
  readonly characters: number;
  /** Keys pressed: one a character typed, one a suggestion accepted. */
  readonly cost: number;
  /** Positions asked. */
  readonly asked: number;
  /** Lists that were not empty, and those of them with a right suggestion. */
  readonly shown: number;
  readonly hits: number;
  /** Suggestions in those lists, and the right ones of them. */
  readonly items: number;
  readonly rightItems: number;
  /** Suggestions accepted, and the units they added. */
  readonly accepted: number;
  readonly acceptedUnits: number;
}

export interface WalkOptions {
  readonly mode: CompletionMode;
  /** Units per draft, about: of a longer draft evenly spaced paragraphs are walked. All of it if absent. */
  readonly maxCharacters?: number;
  /** Told of every list, an empty one too: for those who tune or look. */
  readonly onList?: (caret: number, offers: readonly Offer[]) => void;
}

/** Suggestions a list has at most. */
const LIST_LENGTH = 5;
/** Shorter paragraphs are headings and salutations. */
const MIN_PARAGRAPH = 20;

export const emptyTally: Tally = {
  characters: 0,
  cost: 0,
  asked: 0,
  shown: 0,
  hits: 0,
  items: 0,
  rightItems: 0,
  accepted: 0,
  acceptedUnits: 0,
};

/**
 * Types `draft` with the suggestions of `complete`, as character savings are measured: paragraph by paragraph, at each
 * place after the first character the completer is asked about all of the draft before the caret; of the right suggestions
 * the one that saves most is accepted with one key if it saves at least one, else one character is typed.
 */
export async function walk(draft: string, complete: Completer, options: WalkOptions): Promise<Tally> {
  const tally = { ...emptyTally };
  for (const { start, end } of walkedParagraphs(draft, options.maxCharacters)) {
    tally.characters += end - start;
    tally.cost++;
    for (let caret = start + 1; caret < end; ) {
      const offers = (await complete(draft.slice(0, caret), options.mode)).slice(0, LIST_LENGTH);
      options.onList?.(caret, offers);
      const added = offers.flatMap(offer => addedBy(offer, draft, caret, end) ?? []);
      const most = Math.max(0, ...added);
      tally.asked++;
      tally.shown += Number(offers.length > 0);
      tally.hits += Number(added.length > 0);
      tally.items += offers.length;
      tally.rightItems += added.length;
      tally.cost++;
      if (most - 1 >= 1) {
        tally.accepted++;
        tally.acceptedUnits += most;
        caret += most;
      } else {
        caret++;
      }
    }
  }
  return tally;
}

export function sum(tallies: readonly Tally[]): Tally {
  const names = Object.keys(emptyTally) as Array<keyof Tally>;
  return Object.fromEntries(
    names.map(name => [name, tallies.reduce((total, tally) => total + tally[name], 0)]),
  ) as unknown as Tally;
}

/** Character savings rate, 0 … 1. */
export function savingsRate({ characters, cost }: Tally): number {
  return characters === 0 ? 0 : (characters - cost) / characters;
}

/** Paragraphs long enough to be walked, as half-open ranges; evenly spaced ones where there is more than is wanted. */
export function walkedParagraphs(draft: string, maxCharacters = Infinity): Array<{ start: number; end: number }> {
  const all: Array<{ start: number; end: number }> = [];
  let start = 0;
  for (const paragraph of draft.split('\n')) {
    if (paragraph.length >= MIN_PARAGRAPH) all.push({ start, end: start + paragraph.length });
    start += paragraph.length + 1;
  }
  const total = all.reduce((length, paragraph) => length + paragraph.end - paragraph.start, 0);
  const step = Math.min(Math.max(1, total / maxCharacters), all.length);
  // From the middle of the first step: a draft's first paragraph is like no other.
  const stepOf = (paragraph: number): number => Math.floor(paragraph / step + 0.5);
  return all.filter((_, i) => stepOf(i) !== stepOf(i - 1));
}

/** Units a right offer adds; `undefined` for one that the draft does not go on with, or that adds nothing. */
function addedBy({ insertText, replaceLength }: Offer, draft: string, caret: number, end: number): number | undefined {
  const added = insertText.length - replaceLength;
  const isRight =
    added > 0 && replaceLength <= caret && caret + added <= end && draft.startsWith(insertText, caret - replaceLength);
  return isRight ? added : undefined;
}
