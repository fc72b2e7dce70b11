import { SURNAMES } from '../document/people.ts';
import { isAllHan, isClauseEnd, isHan } from '../text/charClass.ts';
import { clauseStart } from '../text/clauses.ts';
import type { Span } from '../text/span.ts';
import { PROVINCES } from './provinces.ts';

/** 地名, 单位, 人名: what a name stands for, as far as its form tells. */
export type NameKind = 'place' | 'organization' | 'person';

/** Words that have the form of a name. Whether they are one shows in how rare they and their stem are in a corpus: «石桥镇» is one, «试点镇» is not. */
export interface NameCandidate extends Span {
  readonly kind: NameKind;
  /** What is left without the suffix or title. */
  readonly stem: Span;
}

/** A word of the stretch that is looked at; offsets are those of the text. */
interface Word extends Span {
  readonly text: string;
}

const PLACE_SUFFIXES = '省市县区州盟旗镇乡村';
/** «东北地区», «工业园区», «理工类大学»: the suffix belongs to a common noun. */
const NOUN_BEFORE_SUFFIX = /[地城社园景街小校郊省市县区州镇乡村类型级]$/u;
/** «中央商务区», «工农联盟», «空壳村», «旅游名镇»: words that only look like places. */
const COMMON_WORD =
  /(?:[山灌矿库]|[商服政]务|缓冲|[滞蓄]洪)区$|联盟$|(?:空壳|城边|地球)村$|[名强富美][省市县镇村]$|[上复]市$/u;
/** «全市», «两县», «我省»: pointed at, not named. */
const POINTING = /^[撤个省市县区镇乡村全各本我该此这那某每外跨更非多两三四五六七八九十百千万几]/u;
/** «辽西北», «苏北»: what a province is called for short, and a direction. */
const REGION = new RegExp(`^[${Object.keys(PROVINCES).join('')}](?:中|[东西南北]{1,2})(?![东西南北])`, 'u');

const ORGANIZATION_SUFFIXES =
  '公司 集团 银行 大学 学院 医院 中学 小学 研究院 研究所 设计院 工业园 产业园 开发区 电厂 水库 机场 大桥 商会'.split(
    ' ',
  );
/** «……、甲与乙等老企业»: what is listed are names. */
const LISTED = /等[\p{Script=Han}]{0,4}?(?:企业|公司|集团|品牌|客商|厂商)/gu;
const CONJUNCTIONS = '、与和及';
const LONGEST_LISTED = 8;

/** Behind other suffixes a dictionary has the whole name, and what stands before them is as often a verb. */
const AFTER_ANY_WORD = new Set(['镇', '乡', '村', ...ORGANIZATION_SUFFIXES]);

const HONORIFIC = '同志';
const TITLES = new Set(
  '书记 市长 县长 区长 省长 镇长 乡长 主任 局长 部长 厅长 院长 校长 主席 总经理 董事长'.split(' '),
);
/** Whose offices are the nation's is known everywhere. */
const NATIONAL = /中央|国务院|全国|国家|总书记/u;
/** What stands right before a name, is one character and no part of it. */
const BEFORE_NAME = '又由请让对和与及向以把给是在为按听学像如跟随、的了到从经至';
/** «以港兴市» */
const BY_MEANS = /以[\p{Script=Han}][兴强立活富治]$/u;
/** «全国淘宝镇», «国家卫生县»: an honour. */
const HONOURED = /(?:全国|国家|全省|全市|[省市]级)$/u;
const LONGEST_NAME = 3;
const LONGEST_STEM = 4;

/**
 * What looks like the name of a place, an organisation or a person within `span`: by its suffix (石桥镇, 新河公司), the province
 * in short with a direction (苏北), the title (志远同志, 主任王强), or its place in a list (甲、乙等企业).
 * @param starts for each unit of `span` whether a word starts there
 */
export function namesIn(text: string, span: Span, starts: readonly boolean[]): NameCandidate[] {
  const words = wordsOf(text, span, starts);
  return [
    ...words.flatMap((word, at) => [
      ...region(text, word),
      ...suffixed(text, words, at, placeEnding(word.text)),
      ...suffixed(text, words, at, organizationEnding(word.text)),
      ...person(text, words, at),
    ]),
    ...listed(text, span, words),
  ];
}

function wordsOf(text: string, span: Span, starts: readonly boolean[]): Word[] {
  const words: Word[] = [];
  let start = span.start;
  for (let at = span.start + 1; at <= span.end; at++) {
    if (at < span.end && !starts[at - span.start]) continue;
    words.push({ start, end: at, text: text.slice(start, at) });
    start = at;
  }
  return words;
}

function region(text: string, { start }: Word): NameCandidate[] {
  const found = REGION.exec(text.slice(start, start + LONGEST_STEM))?.[0];
  if (found === undefined) return [];
  const span = { start, end: start + found.length };
  return [{ kind: 'place', ...span, stem: span }];
}

/** The suffix by which a word is known as the end of a name. */
interface NameEnding {
  readonly kind: NameKind;
  readonly suffix: string;
}

function placeEnding(word: string): NameEnding | undefined {
  const last = word.at(-1)!;
  const isPlace =
    PLACE_SUFFIXES.includes(last) && !NOUN_BEFORE_SUFFIX.test(word.slice(0, -1)) && !COMMON_WORD.test(word);
  return isPlace ? { kind: 'place', suffix: last } : undefined;
}

function organizationEnding(word: string): NameEnding | undefined {
  const suffix = ORGANIZATION_SUFFIXES.find(each => word.endsWith(each));
  return suffix === undefined ? undefined : { kind: 'organization', suffix };
}

/** The name that ends with word `at`, which is or ends with the suffix of `ending`. */
function suffixed(text: string, words: readonly Word[], at: number, ending: NameEnding | undefined): NameCandidate[] {
  if (ending === undefined) return [];
  const { kind, suffix } = ending;
  const { start, end, text: word } = words[at]!;
  const first = word.length > suffix.length ? start : stemStart(words, at, AFTER_ANY_WORD.has(suffix));
  const stem = { start: first, end: end - suffix.length };
  const written = text.slice(stem.start, stem.end);
  const isName =
    (suffix !== '区' || word.length > 1) && // such districts as no dictionary has are few, what is called so is much
    written.length >= 2 &&
    written.length <= LONGEST_STEM &&
    isAllHan(written) &&
    !POINTING.test(written) &&
    !BY_MEANS.test(text.slice(Math.max(0, stem.start - 1), stem.end)) &&
    !(kind === 'place' && HONOURED.test(text.slice(Math.max(0, stem.start - 2), stem.start))) &&
    !NOUN_BEFORE_SUFFIX.test(written);
  return isName ? [{ kind, start: stem.start, end, stem }] : [];
}

/** Where the stem before word `at` starts: the run of single characters that names unknown to a dictionary come to, or the word before it. */
function stemStart(words: readonly Word[], at: number, mayBeWord: boolean): number {
  const before = words[at - 1];
  if (before !== undefined && before.text.length > 1) return mayBeWord ? before.start : words[at]!.start;
  return words[runStart(words, at, LONGEST_STEM)]!.start;
}

/** Index of the first of at most `longest` words of one character each that stand before word `at` and may be parts of a name. */
function runStart(words: readonly Word[], at: number, longest: number): number {
  let first = at;
  while (first > 0 && at - first < longest && isNameCharacter(words[first - 1]!.text)) first--;
  return first;
}

function isNameCharacter(word: string): boolean {
  return word.length === 1 && isHan(word) && !BEFORE_NAME.includes(word);
}

/** «志远同志», «王强主任», «主任王强»: a given name alone is called a comrade only. */
function person(text: string, words: readonly Word[], at: number): NameCandidate[] {
  const { start, end, text: word } = words[at]!;
  if (word !== HONORIFIC && !TITLES.has(word)) return [];
  const first = words[runStart(words, at, LONGEST_NAME)]!.start;
  const before = text.slice(first, start);
  if (before.length >= 2 && (isFullName(before) || (word === HONORIFIC && before.length === 2))) {
    return [{ kind: 'person', start: first, end, stem: { start: first, end: start } }];
  }
  if (word === HONORIFIC) return [];
  const after = nameAfter(words, at);
  return after === undefined || NATIONAL.test(text.slice(clauseStart(text, end, words[0]!.start), end))
    ? []
    : [{ kind: 'person', ...after, stem: after }];
}

/** The full name between word `at` and a mark, or a longer word. */
function nameAfter(words: readonly Word[], at: number): Span | undefined {
  let last = at;
  while (last + 1 < words.length && last - at < LONGEST_NAME && isNameCharacter(words[last + 1]!.text)) last++;
  const name = words.slice(at + 1, last + 1);
  if (name.length < 2 || !isFullName(name.map(word => word.text).join(''))) return undefined;
  return { start: name[0]!.start, end: name.at(-1)!.end };
}

function isFullName(name: string): boolean {
  return name.length <= LONGEST_NAME && SURNAMES.includes(name[0]!);
}

function* listed(text: string, span: Span, words: readonly Word[]): Generator<NameCandidate> {
  for (const match of text.slice(span.start, span.end).matchAll(LISTED)) {
    let end = span.start + match.index;
    for (;;) {
      let start = end;
      while (start > span.start && isHan(text[start - 1]!) && !CONJUNCTIONS.includes(text[start - 1]!)) start--;
      const isAfterItem = CONJUNCTIONS.includes(text[start - 1] ?? ' ');
      const first = words.find(word => word.start === start);
      // The first of a list stands behind what introduces it, unless it begins a clause.
      if (first !== undefined && BEFORE_NAME.includes(first.text)) break;
      if (end - start < 2 || end - start > LONGEST_LISTED || first === undefined) break;
      if (!isAfterItem && !isClauseEnd(text[start - 1] ?? '')) break;
      const stem = first.text.length === 1 ? { start, end } : { start, end: first.end };
      yield { kind: 'organization', start, end, stem };
      if (!isAfterItem) break;
      end = start - 1;
    }
  }
}
