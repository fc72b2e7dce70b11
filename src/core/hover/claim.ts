import { isFunctionWord } from '../phrase/functionWords.ts';
import { type AgreeingStretches, agreeingStretches, type PlacedPhrase } from '../phrase/phraseAt.ts';
import { pieceAt } from '../phrase/pieceAt.ts';
import { isWordEdge } from '../phrase/wordEdge.ts';
import { hanCount } from '../text/charClass.ts';
import type { PhraseKind } from './hoverResult.ts';
import type { HoverKnowledge } from './knowledge.ts';
import { termAt } from './termAt.ts';
import { type LookedUp, RECURRING, unitKind } from './unit.ts';

/** A third of the doublings from one character to the corpus: longer agreements are seldom chance. */
const CHANCE_PER_DOUBLING = 1 / 3;
const MIN_AGREEMENT = 4;
/** Shorter ones that few speeches have tell nothing. */
const MIN_RARE = 6;
/** Of the longest agreement, so much is as good: what it has more hangs loose. */
const MOST = 0.7;

/** What the first line of a hover says. */
export interface Claim {
  readonly said: LookedUp;
  readonly kind: PhraseKind;
  /** A longer agreement around it. */
  readonly wider?: PlacedPhrase | undefined;
}

/**
 * What can be said for certain of the words at `offset`: that they are one thing, a phrase, a clause, members of a series; else how much of
 * the sentence agrees with a speech, where that is no chance; else which term is under the pointer.
 */
export function claimAt(knowledge: HoverKnowledge, text: string, offset: number): Claim | undefined {
  const found = agreeingStretches(knowledge.index, text, offset);
  if (found !== undefined) return new Claims(knowledge, text, offset).of(found);
  return offset < pieceAt(text, offset).start ? undefined : new Claims(knowledge, text, offset).ofTerm();
}

class Claims {
  readonly #knowledge: HoverKnowledge;
  readonly #text: string;
  readonly #offset: number;
  readonly #lookedUp = new Map<PlacedPhrase, LookedUp>();

  constructor(knowledge: HoverKnowledge, text: string, offset: number) {
    this.#knowledge = knowledge;
    this.#text = text;
    this.#offset = offset;
  }

  of({ longest, whole }: AgreeingStretches): Claim | undefined {
    return this.#ofUnit(longest, whole) ?? this.#ofAgreement(longest, whole);
  }

  ofTerm(): Claim | undefined {
    const term = termAt(this.#knowledge, this.#text, this.#offset);
    return term && { said: this.#lookUp(term), kind: term.kind };
  }

  /** The longest stretch if that is one thing, else what is left of it when it is cut back to a phrase. */
  #ofUnit(longest: PlacedPhrase, whole: PlacedPhrase | undefined): Claim | undefined {
    const kind = this.#unitKind(longest, { isWhole: whole === longest });
    if (kind !== undefined) return { said: this.#lookUp(longest), kind };
    if (whole === undefined || whole === longest) return undefined;
    const wholeKind = this.#unitKind(whole, { isWhole: true });
    const wider = this.#tells(longest) ? longest : undefined;
    // More than a word is said by what is around it.
    if (wholeKind === undefined || (wholeKind === 'word' && wider !== undefined)) return undefined;
    return { said: this.#lookUp(whole), kind: wholeKind, wider };
  }

  #ofAgreement(longestFound: PlacedPhrase, wholeFound: PlacedPhrase | undefined): Claim | undefined {
    const longest = this.#tidied(longestFound);
    const whole = wholeFound === undefined ? undefined : this.#tidied(wholeFound);
    const isMost = whole !== undefined && whole.phrase.length >= longest.phrase.length * MOST;
    const best = whole !== undefined && (isMost || !this.#tells(longest)) ? whole : longest;
    const agreement = this.#tells(best)
      ? best
      : [whole, longest].find(each => each !== undefined && this.#recurs(each));
    if (agreement !== undefined) return { said: this.#lookUp(agreement), kind: 'stretch' };
    const isLongEnough = hanCount(best.phrase) >= MIN_RARE;
    const term = this.ofTerm();
    if (term === undefined) return isLongEnough ? { said: this.#lookUp(best), kind: 'stretch' } : undefined;
    return isLongEnough && best.phrase.includes(term.said.phrase) ? { ...term, wider: best } : term;
  }

  /** Cut where the corpus parts words, and without joining words at the new edges: «大力推进|医联体», «中管|金融企业», «城乡规划和|产业发展». */
  #tidied(placed: PlacedPhrase): PlacedPhrase {
    const { phrase, span } = placed;
    const text = this.#text;
    const isEdge = (at: number): boolean => isWordEdge(this.#knowledge.index, text, at);
    let { start, end } = span;
    while (start <= this.#offset && !isEdge(start)) start++;
    while (end > this.#offset && !isEdge(end)) end--;
    if (start > span.start) while (start <= this.#offset && isFunctionWord(text[start]!)) start++;
    if (end < span.end) while (end > this.#offset && isFunctionWord(text[end - 1]!)) end--;
    if (start > this.#offset) start = span.start;
    if (end <= this.#offset) end = span.end;
    if (start === span.start && end === span.end) return placed;
    return { phrase: phrase.slice(start - span.start, phrase.length - (span.end - end)), span: { start, end } };
  }

  #unitKind(placed: PlacedPhrase, options: { isWhole: boolean }): PhraseKind | undefined {
    return unitKind(this.#knowledge, this.#text, this.#lookUp(placed), options);
  }

  /** Whether so many speeches have it that it is no chance, and it is no mere word. */
  #recurs(placed: PlacedPhrase): boolean {
    return hanCount(placed.phrase) >= MIN_AGREEMENT && this.#lookUp(placed).documents >= RECURRING;
  }

  /** Whether an agreement is longer than any two texts of a corpus of this size have by chance. */
  #tells({ phrase }: PlacedPhrase): boolean {
    return hanCount(phrase) > CHANCE_PER_DOUBLING * Math.log2(this.#knowledge.index.characters);
  }

  #lookUp(placed: PlacedPhrase): LookedUp {
    let known = this.#lookedUp.get(placed);
    if (known === undefined) {
      const found = this.#knowledge.sources.find(placed.phrase);
      known = { ...placed, ...found, places: this.#knowledge.preference.sorted(found.places, this.#text) };
      this.#lookedUp.set(placed, known);
    }
    return known;
  }
}
