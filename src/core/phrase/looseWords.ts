import { isTitle } from '../structure/titles.ts';
import { isAllHan, isClauseEnd, isClosing, isDigit, isOpening, isSpace } from '../text/charClass.ts';
import { hasClauseBreak } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import type { Cohesion } from './cohesion.ts';
import type { DraftWords } from './draftWords.ts';
import { isContent, isFunctionWord, isOneOf } from './functionWords.ts';

/** A stretch that begins with one of them and breaks off says less than its noun: «以重点行业|为突破». */
const PREPOSITIONS = '以与向对为同由把将从按在给用';
const LONG_PREPOSITIONS: ReadonlySet<string> = new Set(['根据', '按照', '围绕', '通过', '对于', '关于']);
/** Those that stand before what something is done to or for. */
const OBJECT_MARKS = '对向为以把将';
/** «在推动科学发展|中» */
const LOCALIZERS = '中上下内里';
/** What a mark follows less often leads on to something, 推动, 列入, 城镇, … */
const MIN_AT_MARKS = 0.04;
/** … unless new parts of sentences begin behind it: 全市上下, 世界各国. */
const FEW_AT_MARKS = 0.003;
const MIN_FINISHED = 0.08;
/** Where a noun follows at once, a stretch must be seen finished so often. */
const FINISHED_BEFORE_NOUNS = 0.1;
/** A stretch that ends a part of a sentence so often may begin with a preposition: 以点带面. */
const WHOLE_BY_ITSELF = 0.3;
/** Words that are so associated are one compound: «行业协会|商会». */
const COMPOUND = 0.55;
/** … and so, if one of them stands next to a function word: «职权|范围内». */
const ATTACHED = 0.4;
/** By so much more must a word be associated with what stands outside, and more the more seldom it is said with that. */
const MARGIN = 0.05;
const MARGIN_PER_DOUBLING = 0.15;
const MAX_MARGIN = 0.3;
/** Pairs of words that are rarer tell nothing. */
const MIN_SEEN = 3;

/** Tells which words at the edges of a stretch belong more closely to what stands outside of it, by how the corpus uses both. */
export class LooseWords {
  readonly #text: string;
  readonly #words: DraftWords;
  readonly #cohesion: Cohesion;

  constructor(text: string, words: DraftWords, cohesion: Cohesion) {
    this.#text = text;
    this.#words = words;
    this.#cohesion = cohesion;
  }

  /**
   * `span` less the words that are loose: of «不断提高政务|效能» the last, of «有关|部门报送» the first, last words that lead on («推动城镇»),
   * verbs whose objects go on («抓好统计|、价格等改革»). `undefined` if nothing is left at `pointer`.
   */
  without(span: Span, pointer: number): Span | undefined {
    let { start, end } = span;
    for (let length = Infinity; end - start < length && start <= pointer && pointer < end; ) {
      length = end - start;
      if (this.#isLooseBehind({ start, end })) end = Math.max(start, this.#words.startBefore(end));
      else if (this.#isLooseBefore({ start, end })) start = this.#words.startBehind(start);
      while (start < end && this.#isGap(start)) start++;
      while (end > start && this.#isGap(end - 1)) end--;
    }
    return start <= pointer && pointer < end ? { start, end } : undefined;
  }

  #isLooseBehind({ start, end }: Span): boolean {
    const unit = this.#text[end] ?? '\n';
    if (isClauseEnd(unit) || isClosing(unit) || isSpace(unit)) return false;
    const at = Math.max(start, this.#words.startBefore(end));
    const last = this.#text.slice(at, end);
    const before = this.#text.slice(Math.max(start, this.#words.startBefore(at)), at);
    const next = this.#wordAt(end);
    if (this.#leadsOn(before, last) || this.#isCloserBehind(before, last, next)) return true;
    if (!isContent(next) || this.#cohesion.isVerbal(next)) return false;
    // What a verb alone leads on to is left out on purpose: «全面启动|建设».
    const isVerbAlone = at - before.length <= start && this.#cohesion.isVerbal(last);
    return !isVerbAlone && this.#cohesion.finishedShare(this.#text.slice(start, end)) < FINISHED_BEFORE_NOUNS;
  }

  #leadsOn(before: string, last: string): boolean {
    if (before !== '' && last.length === 1) return this.#leadsOn('', before + last); // most of its occurrences end other words
    const tail = before !== '' && isAllHan(before) ? [before, last] : [last];
    const { atMarks, beforeOpeners } = this.#cohesion.endings(tail);
    if (atMarks >= MIN_AT_MARKS) return false;
    // Behind a verb they begin no new part: «坚持|以人民为中心».
    return atMarks < FEW_AT_MARKS || atMarks + beforeOpeners < MIN_FINISHED || this.#cohesion.isVerbal(last);
  }

  #isCloserBehind(before: string, last: string, next: string): boolean {
    const seen = this.#cohesion.count(last + next);
    if (!isContent(next) || !isContent(last) || seen < MIN_SEEN) return false;
    const outer = this.#cohesion.association(last, next);
    if (outer >= COMPOUND && last.length > 1) return true;
    if (!isContent(before)) return isFunctionWord(before) && outer > ATTACHED;
    return outer > this.#cohesion.association(before, last) + margin(seen, this.#cohesion.count(before + last));
  }

  #isLooseBefore(span: Span): boolean {
    const { start, end } = span;
    const at = Math.min(end, this.#words.startBehind(start));
    const first = this.#text.slice(start, at);
    if (this.#breaksOff(first, span) || this.#governsMore(first, span)) return true;
    if (start === 0 || this.#isBoundary(start - 1)) return false;
    const outside = this.#startOutside(start);
    if (isDigit(this.#text[outside - 1] ?? '')) return false;
    if (isTitle(first) && isAllHan(this.#text[start - 1]!)) return true;
    const behind = this.#text.slice(at, Math.min(end, this.#words.startBehind(at)));
    return this.#isCloserBefore(this.#text.slice(outside, start), first, behind);
  }

  /** A first word that needs more than the stretch has: a preposition, 在 without 中, the verb before an attribute. */
  #breaksOff(first: string, { start, end }: Span): boolean {
    const stretch = this.#text.slice(start, end);
    const next = this.#wordAt(end);
    if (next === '的') return isOneOf(PREPOSITIONS, first) || this.#cohesion.startsPredicate(first);
    if (isOneOf(LOCALIZERS, next)) return stretch.includes('在');
    // Behind «、» more objects come, unless it parts members that all begin so: «把标尺立起来、把责任扛起来».
    const goesOn = this.#text[end] === '、' && !stretch.includes('、') && !this.#text.startsWith(first, end + 1);
    if (!goesOn && (next === '' || this.#isBoundary(end))) return false;
    if (!isOneOf(PREPOSITIONS, first) && !LONG_PREPOSITIONS.has(first)) return this.#governsWithin({ start, end });
    if (isOneOf(LOCALIZERS, stretch.at(-1)!)) return false;
    return this.#cohesion.count(stretch) < MIN_SEEN || this.#cohesion.finishedShare(stretch) < WHOLE_BY_ITSELF;
  }

  /** Whether a preposition within the stretch takes its object from it, so that what the object is for is cut off: «加强对企业创新|支持». */
  #governsWithin({ start, end }: Span): boolean {
    for (let at = this.#words.startBehind(start); at < end; at = this.#words.startBehind(at)) {
      if (isOneOf(OBJECT_MARKS, this.#wordAt(at))) return true;
    }
    return false;
  }

  /** Where the word outside starts; two characters the segmenter knows as no word are one: «奥|体|中心». */
  #startOutside(start: number): number {
    const outside = this.#words.startBefore(start);
    const further = this.#words.startBefore(outside);
    const isName = start - further === 2 && start - outside === 1 && !isFunctionWord(this.#text[outside]!);
    return isName && isContent(this.#text[further]!) ? further : outside;
  }

  /** A verb whose objects go on behind the stretch: behind a «、» with a noun, or with a noun that the last one belongs to. */
  #governsMore(first: string, { start, end }: Span): boolean {
    const from = this.#text[end] === '、' ? end + 1 : end;
    const next = this.#wordAt(from);
    if (!isContent(first) || !isContent(next) || isDigit(this.#text[from + next.length] ?? '')) return false;
    if (hasClauseBreak(this.#text, start, end)) return false;
    const last = this.#text.slice(Math.max(start, this.#words.startBefore(end)), end);
    const isVerbal = (word: string): boolean => this.#cohesion.isVerbal(word);
    const second = this.#wordAt(Math.min(end, start + first.length));
    const isPredicate = [first, second].some(word => isContent(word) && this.#cohesion.startsPredicate(word));
    return isPredicate && !isVerbal(next) && !isVerbal(last);
  }

  #isCloserBefore(previous: string, first: string, behind: string): boolean {
    const seen = this.#cohesion.count(previous + first);
    if (!isContent(previous) || !isContent(first) || seen < MIN_SEEN) return false;
    if (behind === '') return true;
    if (behind === '的' && !this.#cohesion.isVerbal(previous)) return true; // the attribute is cut: «参与安全|事务的权利»
    const outer = this.#cohesion.association(previous, first);
    if (!isContent(behind)) return isFunctionWord(behind) && outer > ATTACHED;
    return outer > this.#cohesion.association(first, behind) + margin(seen, this.#cohesion.count(first + behind));
  }

  #wordAt(at: number): string {
    return this.#text.slice(at, this.#words.startBehind(at));
  }

  #isGap(at: number): boolean {
    return isClauseEnd(this.#text[at]!) || isSpace(this.#text[at]!);
  }

  #isBoundary(at: number): boolean {
    const unit = this.#text[at] ?? '\n';
    return isClauseEnd(unit) || isClosing(unit) || isOpening(unit) || isSpace(unit);
  }
}

/** By how much an association with what stands outside must be greater, if that is seen so often, and the one inside so often. */
function margin(outside: number, inside: number): number {
  return Math.min(MAX_MARGIN, MARGIN + MARGIN_PER_DOUBLING * Math.max(0, Math.log2(inside / outside)));
}
