import { classAt, HAN, trimClosing } from '../text/charClass.ts';
import { parseOrdinal } from '../text/numerals.ts';
import { clauses } from '../text/sentences.ts';
import type { ParallelSeries, SeriesMember } from './parallelSeries.ts';

/** Words in quotation marks that contain numerals but count nothing. */
const FALSE_FRIENDS = [
  '十四五',
  '十三五',
  '十二五',
  '十五五',
  '十一五',
  '一带一路',
  '一刀切',
  '一把手',
  '一盘棋',
  '一窝蜂',
  '一体',
  '一线',
  '一季',
];
const NUMERALS = '一二三四五六七八九十两双百';
const CLASSIFIERS = '个大项条';
const SHORTEST = 2;
const LONGEST = 12;
/** The series of a slogan's items begins at most this far behind the slogan. */
const ITEMS_WITHIN = 8;
/** Words between the items and the slogan that sums them up. */
const LINKS = ['', '的', '这', '等', '为主要内容的'];
const EXPLAINS = ['就是“', '，就是“', '即“', '，即“', '是指“'];
const LONGEST_EXPLANATION = 80;

/** A slogan («“五个不适应”»), its place and the number it announces. */
export interface Slogan {
  readonly start: number;
  readonly end: number;
  readonly count: number;
}

/**
 * Slogans in quotation marks that count their items: «“五个不适应”» 5, «“两为两转一提升”» 2 + 2 + 1, «“四风”» 4. Ordinals, periods of plans and idioms
 * count nothing. O(length).
 */
export function findSlogans(text: string): Slogan[] {
  const found: Slogan[] = [];
  for (let open = text.indexOf('“'); open >= 0; open = text.indexOf('“', open + 1)) {
    const close = text.slice(open + 1, open + 2 + LONGEST).indexOf('”');
    if (close < SHORTEST) continue;
    const count = countOf(text.slice(open + 1, open + 1 + close));
    if (count > 1) found.push({ start: open, end: open + close + 2, count });
  }
  return found;
}

/** The sum of the numerals with which the slogan's parts begin, 0 if it does not begin with one. */
function countOf(slogan: string): number {
  if (FALSE_FRIENDS.some(word => slogan.startsWith(word)) || !/^[一-鿿]+$/.test(slogan)) return 0;
  let sum = 0;
  for (let at = 0; at < slogan.length; ) {
    let length = 0;
    while (NUMERALS.includes(slogan[at + length] ?? '\0')) length++;
    if (length === 0) {
      if (at === 0) return 0;
      at++;
      continue;
    }
    const numeral = slogan.slice(at, at + length);
    sum += numeral === '两' || numeral === '双' ? 2 : (parseOrdinal(numeral) ?? Number.NaN);
    at += length;
  }
  return Number.isNaN(sum) ? 0 : sum;
}

/**
 * The items of the slogans of `text`: the numbered series that begins right behind one, the list right before it («…、…、…这
 * “四风”»), or the list in the quotation that says what it is («“…”就是“…”»), where they are as many as it announces.
 */
export function numericSummaries(text: string, known: readonly ParallelSeries[]): ParallelSeries[] {
  const found: ParallelSeries[] = [];
  const slogans = findSlogans(text);
  if (slogans.length === 0) return found;
  const starting = byOffset(known, series => series.start);
  const ending = byOffset(known, series => series.end);
  for (const slogan of slogans) {
    const series = behind(text, slogan, starting) ?? before(text, slogan, ending);
    const members = series?.members ?? explained(text, slogan);
    if (members.length !== slogan.count) continue;
    found.push({
      family: 'numeric-summary',
      scope: series?.scope ?? 'sentence',
      markers: [text.slice(slogan.start, slogan.end)],
      members,
      start: Math.min(slogan.start, members[0]!.start),
      end: Math.max(slogan.end, members.at(-1)!.end),
    });
  }
  return found;
}

type Index = ReadonlyMap<number, readonly ParallelSeries[]>;

function byOffset(known: readonly ParallelSeries[], offsetOf: (series: ParallelSeries) => number): Index {
  const index = new Map<number, ParallelSeries[]>();
  for (const series of known) {
    const offset = offsetOf(series);
    const others = index.get(offset);
    if (others === undefined) index.set(offset, [series]);
    else others.push(series);
  }
  return index;
}

function behind(text: string, { end, count }: Slogan, starting: Index): ParallelSeries | undefined {
  for (let offset = end; offset <= end + ITEMS_WITHIN && isLead(text.slice(end, offset)); offset++) {
    const series = starting.get(offset)?.find(({ members }) => members.length === count);
    if (series) return series;
  }
  return undefined;
}

function before(text: string, { start, end, count }: Slogan, ending: Index): ParallelSeries | undefined {
  for (const link of LINKS) {
    if (!text.endsWith(link, start) || (link === '的' && !counts(text.slice(start, end)))) continue;
    const series = ending.get(start - link.length)?.find(({ members }) => members.length === count);
    if (series) return series;
  }
  return undefined;
}

/** Whether the slogan counts something: «“四个全面”» does, «“三农”» is a word. */
function counts(slogan: string): boolean {
  return Array.from(CLASSIFIERS).some(unit => slogan.includes(unit));
}

/** Whether there are only marks between slogan and items: «：», «。⏎». */
function isLead(between: string): boolean {
  for (let at = 0; at < between.length; at++) if ((classAt(between, at) & HAN) !== 0) return false;
  return true;
}

/** The items in a quotation that explains the slogan: «“一稳两快”就是“稳人心，快修渠、快放水”». */
function explained(text: string, slogan: Slogan): SeriesMember[] {
  const word = EXPLAINS.find(other => text.startsWith(other, slogan.end));
  if (word === undefined) return [];
  const start = slogan.end + word.length;
  const close = text.slice(start, start + LONGEST_EXPLANATION).indexOf('”');
  return close < 0
    ? []
    : clauses(text, { start, end: start + close }).map(({ start: from, end }) => {
        const to = trimClosing(text, from, end);
        return { start: from, end: to, text: text.slice(from, to) };
      });
}
