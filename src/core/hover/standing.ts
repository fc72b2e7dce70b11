import type { Cohesion } from '../phrase/cohesion.ts';
import { DraftWords } from '../phrase/draftWords.ts';
import { isContent, isOneOf } from '../phrase/functionWords.ts';
import { isAllHan, isClauseEnd, isOpening } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';

/** How much of the draft on either side is split into words. */
const CONTEXT = 40;
/** Joins further objects to a verb's first one, makes an attribute of both, or stands before the object. */
const GOES_ON_WITH = '、和与及的了着过';
/** Joins what is one phrase if it is so joined in so large a part of its occurrences: «国际交流|与合作». */
const JOINING = '和与及';
const OFTEN_JOINED = 0.15;
/** Where another word follows at once, words must be seen to end a part of a sentence so often; … */
const MIN_FINISHED = 0.25;
/** … at the beginning of a clause so often if it is a verb, and so often if not: «开工建设|水库», «重点项目|征地». */
const MIN_FINISHED_SUBJECT = 0.04;
const MIN_FINISHED_FIRST = 0.5;
/** Behind a verb and its object: «在推动发展|中», «加强管理|等». */
const LOCALIZERS = '中上下内里时后前等';
/** By so much more is a word that is torn off associated with the one outside, … */
const MARGIN = 0.05;
/** … and by so much more with those inside one that surely is not. */
const CLEAR_MARGIN = 0.1;
/** Prepositions whose phrase is nothing without what stands behind it: «为吉林|振兴发展提供保障». */
const PREPOSITIONS: ReadonlySet<string> = new Set([...'为对向把将使让以由从在同与', '通过', '根据', '按照']);
/** Pairs of words that are rarer tell nothing. */
const MIN_SEEN = 3;

/** How some words stand in a sentence of the draft, by the words beside them and what the corpus has of both. */
export class Standing {
  readonly #cohesion: Cohesion;
  /** The words with what is around them. */
  readonly #text: string;
  readonly #words: DraftWords;
  readonly #span: Span;

  constructor(cohesion: Cohesion, text: string, { start, end }: Span) {
    const from = Math.max(0, start - CONTEXT);
    this.#cohesion = cohesion;
    this.#text = text.slice(from, end + CONTEXT);
    this.#words = DraftWords.of(this.#text);
    this.#span = { start: start - from, end: end - from };
  }

  /** Whether the first word says something by itself. */
  beginsWithContent(): boolean {
    return isContent(this.#first);
  }

  /** Whether nothing that follows belongs to them: no object of their verb («推进改革|发展稳定»), no noun they are joined with. */
  isFinished(): boolean {
    const { end } = this.#span;
    const next = this.#next;
    if (this.#isOpeningQuote(end)) return false;
    if (this.#startsVerbal() && !this.#mayFollowVerb(next)) return false;
    if (isContent(next)) return this.#isFinishedBefore(next);
    if (!isOneOf(JOINING, next)) return true;
    const joined = this.#phrase + next + this.#wordAt(end + next.length);
    return this.#cohesion.count(joined) < this.#cohesion.count(this.#phrase) * OFTEN_JOINED;
  }

  /** Not behind a preposition: «同市场有效|对接». */
  #isFinishedBefore(next: string): boolean {
    return !PREPOSITIONS.has(this.#previous) && this.#cohesion.finishedShare(this.#phrase) >= this.#neededBefore(next);
  }

  /** What follows a verb and its object is their end, or says where or when; between items, it may be the next. */
  #mayFollowVerb(next: string): boolean {
    if (isOneOf(LOCALIZERS, next)) return true;
    const isItem = this.#text[this.#span.start - 1] === '、';
    return isOneOf(GOES_ON_WITH, next) ? isItem : !isAllHan(next);
  }

  /** How often words must be seen finished where `next` follows: at the beginning of a clause its verb may, but no noun. */
  #neededBefore(next: string): number {
    const { start } = this.#span;
    if (start > 0 && !isClauseEnd(this.#text[start - 1]!)) return MIN_FINISHED;
    return this.#isVerbal(next) ? MIN_FINISHED_SUBJECT : MIN_FINISHED_FIRST;
  }

  /** Whether a noun stands before them at once, so that they may be but the end of a compound or lack their subject, or a preposition before that. */
  lacksBeginning(): boolean {
    const isPredicate = [this.#previous, this.#first].some(word => this.#cohesion.startsPredicate(word));
    return (isContent(this.#previous) && !isPredicate) || this.#isGoverned();
  }

  /** Whether their first word belongs rather to the one before it: «纪检监察|机关负责人». */
  isTorn(): boolean {
    return this.#pull() > MARGIN;
  }

  /** Whether their last word is said of what is joined to them too: «监测和|应急处置能力», «南京大学等|高校院所合作». */
  sharesHead(): boolean {
    const { start, end } = this.#span;
    const at = Math.max(start, this.#words.startBefore(end));
    if (at === start) return false;
    const last = this.#text.slice(at, end);
    if (this.#previous === '等') {
      const listed = this.#previous + this.#text.slice(start, at);
      return this.#cohesion.count(listed) - this.#cohesion.count(listed + last) >= MIN_SEEN;
    }
    if (!isOneOf(JOINING, this.#previous)) return false;
    const joined = start - this.#previous.length;
    return this.#cohesion.count(this.#text.slice(this.#words.startBefore(joined), joined) + last) >= MIN_SEEN;
  }

  /**
   * Whether they say something from the first word on and no noun follows at once. Where one stands before them they must be two words
   * that keep together rather than with that: «铁岭|农业品牌», not «边缘人群|问题日益凸显».
   */
  isCompany(): boolean {
    if (!this.beginsWithContent() || isContent(this.#next)) return false;
    if (this.#previous === '的' && this.#holdsPredicate()) return false; // its subject is cut
    const isPair = this.#words.startBehind(this.#words.startBehind(this.#span.start)) === this.#span.end;
    return isPair || !isContent(this.#previous) ? this.#pull() < -CLEAR_MARGIN : !this.lacksBeginning();
  }

  #holdsPredicate(): boolean {
    for (let at = this.#words.startBehind(this.#span.start); at < this.#span.end; at = this.#words.startBehind(at)) {
      if (this.#cohesion.startsPredicate(this.#wordAt(at))) return true;
    }
    return false;
  }

  /** By how much the first word is more associated with the one before it than with the rest. */
  #pull(): number {
    const previous = this.#previous;
    const first = this.#first;
    const at = this.#span.start + first.length;
    const rest = this.#text.slice(at, this.#span.end);
    const second = rest === '' ? '' : this.#wordAt(at);
    if (!isContent(previous) && previous !== '等') return -1;
    if (!isContent(first) || !isContent(second)) return 0;
    const inner = Math.max(this.#cohesion.association(first, second), this.#cohesion.association(first, rest));
    return this.#cohesion.association(previous, first) - inner;
  }

  /** Whether a preposition stands before them in their clause. */
  #isGoverned(): boolean {
    for (let at = this.#span.start; at > 0 && !isClauseEnd(this.#text[at - 1]!); ) {
      const before = this.#words.startBefore(at);
      if (PREPOSITIONS.has(this.#text.slice(before, at))) return true;
      at = before;
    }
    return false;
  }

  #isOpeningQuote(at: number): boolean {
    const unit = this.#text[at] ?? '';
    return unit !== '（' && isOpening(unit);
  }

  #startsVerbal(): boolean {
    return this.#isVerbal(this.#first) || this.#cohesion.startsPredicate(this.#phrase);
  }

  #isVerbal(word: string): boolean {
    return this.#cohesion.isVerbal(word);
  }

  get #phrase(): string {
    return this.#text.slice(this.#span.start, this.#span.end);
  }

  get #first(): string {
    return this.#wordAt(this.#span.start).slice(0, this.#span.end - this.#span.start);
  }

  /** Blanks that strayed into a sentence are passed over. */
  get #next(): string {
    let at = this.#span.end;
    while (this.#text[at] === ' ') at++;
    return this.#wordAt(at);
  }

  get #previous(): string {
    const { start } = this.#span;
    return start === 0 ? '' : this.#text.slice(this.#words.startBefore(start), start);
  }

  #wordAt(at: number): string {
    return this.#text.slice(at, this.#words.startBehind(at));
  }
}
