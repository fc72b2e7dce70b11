import { isClauseBreak, isClauseEnd, isClosing, isDigit, isOpening } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import type { Preference } from './acceptance.ts';
import type { CaretContext } from './caretContext.ts';
import type { Continuation, Outlook } from './continuation.ts';
import type { WordEdges } from './wordEdges.ts';

/** Longest part of the typed text that is shown again at the head of a suggestion. */
const MAX_REPLACED = 12;
/** Words that a suggestion begins with only where its clause does: «我们要真抓» is completed as «真抓实干», not as «要真抓实干». */
const LEADING_PARTICLES = '要的地得了着和与及并也都就等是在';
/** What figures, numbers and names in letters are made of. */
const CODE = /[0-9A-Za-z.－-]/u;

/** Units of a clause that are looked at for what it has said, and the fewest that say something. */
const MAX_CLAUSE = 120;
const MIN_REPEATED = 4;

/** A continuation as it would be inserted. */
export interface Offer extends Continuation {
  readonly insertText: string;
  readonly replaceLength: number;
}

/**
 * The continuations that can be joined to what is typed, as they would be inserted. Those that add a single character
 * are left out, since they are not worth a key.
 */
export function offersOf(context: CaretContext, outlook: Outlook, preference: Preference): Offer[] {
  const offers: Offer[] = [];
  // Where a row may begin is the same for all continuations of one source.
  const replaced = new Map<WordEdges, number | undefined>();
  const code = codeLength(context.before);
  for (const continuation of outlook.continuations) {
    const { text, words, agreed, probability, leadChance } = continuation;
    // «010-6｜» is not «6岁儿童»: all of the number must agree.
    if (agreed < code) continue;
    if (text.length <= 1 || context.after.startsWith(text) || marksTwice(text, context.after)) continue;
    if (!replaced.has(words)) replaced.set(words, replacedLength(context, outlook, continuation));
    const replaceLength = replaced.get(words);
    if (replaceLength === undefined) continue;
    const insertText = context.before.slice(context.before.length - replaceLength) + text;
    const boost = Math.exp(preference.boost(insertText));
    const preferred = { probability: boosted(probability, boost), leadChance: boosted(leadChance, boost) };
    offers.push({ ...continuation, ...preferred, insertText, replaceLength });
  }
  return offers;
}

/** The chance whose odds are those of `chance` times `boost`. */
function boosted(chance: number, boost: number): number {
  return (chance * boost) / (1 - chance + chance * boost);
}

/**
 * How many units of the typed text a suggestion takes in: back to the start of the clause, if that is near and agrees
 * with the source; else to the farthest place where a word starts both in the source and in the draft. `undefined` if
 * there is none: completing «力» from «全力保障群众», or «今年是» from «2024年是爬坡之年», would offer a fragment.
 */
function replacedLength(
  { before }: CaretContext,
  outlook: Outlook,
  { agreed, words }: Continuation,
): number | undefined {
  const startsWord = (length: number): boolean =>
    words.startsAt(-length) && outlook.words!.knows(-length) !== false && !(length > 0 && followsDigit(before, length));
  const reach = Math.min(agreed, MAX_REPLACED);
  let clause = 0;
  while (clause <= reach && !endsBefore(before, clause)) clause++;
  // Agreement in one unit counts only if that unit begins a word that goes on: not «法｜关系» of 中法关系, nor «定｜发展» of 稳定发展.
  if (agreed === 1 && clause > 0) return startsWord(1) && !words.startsAt(0) ? 1 : undefined;
  if (clause <= reach && startsWord(clause)) return clause;
  for (let length = Math.min(clause, reach); length > 0; length--) {
    const first = before[before.length - length]!;
    if (!LEADING_PARTICLES.includes(first) && startsWord(length)) return length;
  }
  return startsWord(0) ? 0 : undefined;
}

/** Units at the end of `before` that are digits, letters and what joins them: 7 in «电话：010-612». */
function codeLength(before: string): number {
  let start = before.length;
  while (start > 0 && CODE.test(before[start - 1]!)) start--;
  return before.length - start;
}

/**
 * Whether the clause at the end of `before` has said the same already: «网络传输和｜网络传输», «搞好安全文明村镇和｜安全文明村镇。». The items of a
 * list are one clause.
 */
export function repeatsClause(before: string, { insertText, replaceLength }: Offer): boolean {
  let said = insertText.length;
  while (said > 0 && isClauseEnd(insertText[said - 1]!)) said--;
  if (said < MIN_REPEATED) return false;
  const end = before.length - replaceLength;
  const start = clauseStart(before, end, Math.max(0, end - MAX_CLAUSE), isClauseBreak);
  return end - start >= said && before.slice(start, end).includes(insertText.slice(0, said));
}

/** Whether the text would put a mark before one that is there already: «展，» before «。». */
function marksTwice(text: string, after: string): boolean {
  return isClauseEnd(text.at(-1)!) && isClauseEnd(after[0] ?? '');
}

/** Whether a digit stands before the last `length` units, so that the figure belongs to the phrase: «2000｜万元规模», «第20｜届». */
function followsDigit(before: string, length: number): boolean {
  return isDigit(before[before.length - length - 1] ?? '') && !isClauseEnd(before[before.length - length] ?? '');
}

/**
 * Whether the unit before the last `length` units does not belong to their clause: it is a mark, a quote or a bracket,
 * or there is none.
 */
function endsBefore(before: string, length: number): boolean {
  const unit = before[before.length - length - 1];
  return unit === undefined || isClauseEnd(unit) || isOpening(unit) || isClosing(unit);
}
