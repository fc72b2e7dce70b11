import { isClauseEnd, isPause, isStop, trimClosing, unitTable } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import { FRAMES } from './frames.ts';
import type { ParallelSeries, SeriesMember } from './parallelSeries.ts';

/**
 * Correlatives: the first word, and for each later part the words it may begin with, the longest first. The second part has to be
 * there, the third may.
 */
type Correlative = readonly [first: string, ...later: (readonly string[])[]];

/** Longer first words stand before the shorter ones they begin with. */
const CORRELATIVES: readonly Correlative[] = [
  ['既要', ['又要', '也要', '更要', '还要'], ['还要', '更要']],
  ['既', ['又', '也', '更', '还'], ['还', '更要']],
  ['不是', ['而是']],
  ['不在于', ['而在于', '在于']],
  ['不求', ['但求', '只求']],
  ['不仅要', ['而且要', '还要', '更要', '也要']],
  ['不仅', ['而且', '还', '也', '更'], ['而且', '更要']],
  ['不但', ['而且', '还', '也', '更']],
  ['与其', ['不如']],
  ['宁可', ['也不', '不']],
  ['要么', ['要么'], ['要么']],
  ['一边', ['一边']],
  ['一手抓', ['一手抓']],
  ['没有', ['就没有']],
  ['只要', ['就']],
  ['只有', ['才']],
];
/** Conditions are pairs only as two short clauses that follow each other. */
const CONDITIONS = ['没有', '只要', '只有'];
const LONGEST_CONDITION = 20;
/** Whether a unit is a first word, begins one, is the second of one: no pair where not even a first word may be. */
const WHOLE = 1;
const BEGINS = 2;
const GOES_ON = 4;
const FIRST_WORDS = CORRELATIVES.map(([first]) => first);
const UNITS = unitTable([
  [FIRST_WORDS.filter(word => word.length === 1).join(''), WHOLE],
  [FIRST_WORDS.map(word => word[0]).join(''), BEGINS],
  [FIRST_WORDS.map(word => word[1] ?? '').join(''), GOES_ON],
]);
/** Words that begin like a correlative and are none: 既定的目标, 既然如此. */
const FALSE_FRIENDS = ['既定', '既然', '既有的', '既得', '既往', '是不是', '不是吗', '要么是'];
/** «既快又好»: up to so many units the second word may follow without a mark. */
const SHORT_MEMBER = 10;
const LONGEST_MEMBER = 80;
const MID_CLAUSE = ['又', '就没有'];

interface Part extends Span {
  readonly word: string;
}

/**
 * Pairs of one sentence: «既立足当前，又着眼长远» → markers 既, 又, members 立足当前, 着眼长远. The second word must begin a clause, or,
 * after a short first member, follow directly («既快又好»). O(length).
 */
export function findPairs(text: string, sentence: Span): ParallelSeries[] {
  const found: ParallelSeries[] = [];
  for (let at = sentence.start; at < sentence.end; at++) {
    if (!mayBegin(text, at)) continue;
    const parts = partsAt(text, at, sentence.end);
    if (!parts || isFalseFriend(text, at)) continue;
    const pair = pairOf(text, parts, sentence.end);
    if (pair.members.some(member => member.text === '')) continue;
    found.push(pair);
    at = parts.at(-1)!.end - 1;
  }
  return found;
}

function mayBegin(text: string, at: number): boolean {
  const unit = UNITS[text.charCodeAt(at)]!;
  if ((unit & BEGINS) === 0) return false;
  return (unit & WHOLE) !== 0 || (UNITS[text.charCodeAt(at + 1)]! & GOES_ON) !== 0;
}

/** Where the words of a correlative stand that begins at `at`. */
function partsAt(text: string, at: number, end: number): Part[] | undefined {
  for (const correlative of CORRELATIVES) {
    const [first, ...later] = correlative;
    if (!text.startsWith(first, at) || (CONDITIONS.includes(first) && isRepeated(text, first, at))) continue;
    const parts: Part[] = [{ word: first, start: at, end: at + first.length }];
    for (const words of later) {
      const next = followerOf(text, parts.at(-1)!, words, end, parts.length === 1);
      if (!next) break;
      parts.push(next);
    }
    if (parts.length > 1) return parts;
  }
  return undefined;
}

/** Does the clause before the one at `at` begin with `word` too? */
function isRepeated(text: string, word: string, at: number): boolean {
  if (at === 0) return false;
  const start = clauseStart(text, at - 1);
  return start < at && text.startsWith(word, start);
}

/** The next part: the first clause that begins with one of `words`. */
function followerOf(
  text: string,
  { word, end: from }: Part,
  words: readonly string[],
  end: number,
  isSecond: boolean,
): Part | undefined {
  const isCondition = CONDITIONS.includes(word);
  const limit = Math.min(end, from + (isCondition ? LONGEST_CONDITION : LONGEST_MEMBER));
  for (let at = from + 1; at < limit; at++) {
    const isNear = isSecond && at - from <= SHORT_MEMBER;
    const begins = isClauseEnd(text[at - 1]!);
    if (!begins && !isNear) continue;
    const found = words.find(other => text.startsWith(other, at) && (begins || MID_CLAUSE.includes(other)));
    if (found !== undefined) return { word: found, start: at, end: at + found.length };
    // «只要…，只要…，就…» is a series of its own.
    if (begins && (isCondition || text.startsWith(word, at))) return undefined;
  }
  return undefined;
}

function pairOf(text: string, parts: readonly Part[], sentenceEnd: number): ParallelSeries {
  const joint = text[parts[1]!.start - 1]!;
  const isLong = joint === '；' || joint === ';';
  const words = parts.map(part => part.word);
  // «一手抓…，一手抓…» is a frame, whose head every member keeps.
  const isFrame = words.every(word => word === words[0]) && FRAMES.some(({ name }) => name === `${words[0]}…`);
  const members = parts.map((part, index): SeriesMember => {
    const start = isFrame ? part.start : part.end;
    const next = parts[index + 1]?.start ?? lastMemberEnd(text, part.end, sentenceEnd, isLong);
    const end = trimClosing(text, start, next);
    return { start, end, text: text.slice(start, end) };
  });
  return {
    family: isFrame ? 'frame' : 'pair',
    scope: 'sentence',
    markers: isFrame ? [] : words,
    members,
    punctuation: isPause(joint) ? joint : '',
    frame: isFrame ? `${words[0]}…` : `${words.join('…')}…`,
    start: parts[0]!.start,
    end: members.at(-1)!.end,
  };
}

/** The last member ends with its clause; where «；» joins the members, with the sentence. */
function lastMemberEnd(text: string, start: number, limit: number, isLong: boolean): number {
  let end = start;
  while (end < limit) {
    const unit = text[end]!;
    if (isStop(unit) || unit === '\n' || unit === '；') break;
    if (!isLong && isPause(unit) && unit !== '、') break;
    if (unit === '”' && text.lastIndexOf('“', end) < start) break;
    end++;
  }
  return end;
}

function isFalseFriend(text: string, at: number): boolean {
  return FALSE_FRIENDS.some(word => text.startsWith(word, at) || (at > 0 && text.startsWith(word, at - 1)));
}
