import type { Card } from '../cards/card.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { sentences } from '../text/sentences.ts';
import { lettersOf } from './charReadings.ts';

/** A card with the sentence that matches the query. */
export interface MeantCard {
  readonly card: Card;
  readonly sentence: string;
}

/**
 * At most `limit` cards that share pairs of neighbouring characters with `wanted`, those that share most first. It scans the cards once.
 */
export function cardsSharingMost(cards: readonly Card[], wanted: string, limit: number): MeantCard[] {
  const pairs = Array.from({ length: Math.max(0, wanted.length - 1) }, (_, i) => wanted.slice(i, i + 2));
  return cards
    .map(card => ({ card, shared: sharedPairs(card.text, pairs) }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, limit)
    .map(({ card }) => ({ card, sentence: bestSentence(card.text, pairs) }));
}

export function cardsIncluding(cards: readonly Card[], text: string): Card[] {
  return cards.filter(card => card.text.includes(text));
}

/** The first letters of the characters of cards, computed once for each card and kept as long as the card. */
export class CardLetters {
  readonly #letters: ReadonlyMap<string, string>;
  readonly #known = new WeakMap<Card, string>();

  /** @param letters the letter of each character, see `likeliestLetters` */
  constructor(letters: ReadonlyMap<string, string>) {
    this.#letters = letters;
  }

  /** The cards whose characters' first letters contain `letters`. */
  cardsWith(letters: string, cards: readonly Card[]): Card[] {
    return cards.filter(card => this.#lettersOf(card).includes(letters));
  }

  #lettersOf(card: Card): string {
    const known = this.#known.get(card) ?? lettersOf(card.text, this.#letters);
    this.#known.set(card, known);
    return known;
  }
}

function bestSentence(text: string, pairs: readonly string[]): string {
  let best = text;
  let most = 0;
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end).trim();
    const shared = sharedPairs(fullWidth(sentence), pairs);
    if (shared > most) [best, most] = [sentence, shared];
  }
  return best;
}

function sharedPairs(text: string, pairs: readonly string[]): number {
  return pairs.reduce((shared, pair) => shared + Number(text.includes(pair)), 0);
}
