import { RecentMap } from '../collections/recentMap.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { countFollowers } from '../index/reading/followers.ts';
import type { Segment } from '../index/reading/segment.ts';
import { sampleFollowers } from '../index/sampledFollowers.ts';
import { CLOSES, codesOf, PAUSE, STOP } from '../text/charClass.ts';
import { perIndex } from './perIndex.ts';

/** Occurrences of a word that are looked at. */
const SAMPLE = 128;
/** A word that occurs less often is too rare to tell anything. */
const LEAST_SEEN = 8;
/**
 * A word that stands at the end of a clause in less than this share of its occurrences ends no row: «各», «主要», «现代»,
 * «提供», «政策全». «国家» and «推进» lie above it.
 */
const SELDOM = 0.01;
/** A word that ends clauses in at least this share may do so also after a word it has not been seen with. */
const OFTEN = 0.1;
/** After them a phrase has hardly begun: «服务业与先进». */
const CONNECTIVES: ReadonlySet<string> = new Set(['和', '与', '及', '以及']);
const NUMERALS = '〇零一二三四五六七八九十百千万';
/** Words, and pairs of words, remembered. */
const CAPACITY = 20_000;

/** What the corpus says about which words end a clause. A word is looked up once. */
class ClauseEndings {
  readonly #segments: readonly Segment[];
  readonly #seldom = new RecentMap<string, boolean | undefined>(CAPACITY);
  readonly #often = new RecentMap<string, boolean | undefined>(CAPACITY);

  constructor({ segments }: CorpusIndex) {
    this.#segments = segments.toSorted((a, b) => b.characters - a.characters);
  }

  mayEnd(word: string): boolean {
    return this.#endsSeldom(word) ?? true;
  }

  mayEndAfter(word: string, withPrevious: string): boolean {
    const previous = withPrevious.slice(0, withPrevious.length - word.length);
    if (word.length > 1 && !CONNECTIVES.has(previous) && !isNumeral(word)) return true;
    return this.#endsSeldom(withPrevious) ?? this.#endsOften(word) ?? true;
  }

  /** Whether `text` ends clauses at least now and then (`SELDOM`); `undefined` if it is too rare to tell. */
  #endsSeldom(text: string): boolean | undefined {
    return this.#seldom.getOrMake(text, () => this.#endsShare(text, SELDOM));
  }

  /** Whether `text` often ends clauses (`OFTEN`); `undefined` if it is too rare to tell. */
  #endsOften(text: string): boolean | undefined {
    return this.#often.getOrMake(text, () => this.#endsShare(text, OFTEN));
  }

  /**
   * Whether `text` stands at the end of a clause in at least the share `least` of its occurrences. Reads no more of
   * them than it takes to tell.
   */
  #endsShare(text: string, least: number): boolean | undefined {
    const followers = sampleFollowers(this.#segments, text, SAMPLE);
    const seen = followers.reduce((sum, { count }) => sum + count, 0);
    if (seen < LEAST_SEEN) return undefined;
    const enough = Math.ceil(seen * least);
    return followers.reduce((sum, each) => sum + countFollowers(each, ends, enough - sum), 0) >= enough;
  }
}

function isNumeral(word: string): boolean {
  return Array.from(word).every(unit => NUMERALS.includes(unit));
}

/** Units before which a clause ends: marks, what closes, line breaks and other controls. */
const ends = [...Array(0x20).keys(), ...codesOf(PAUSE | STOP | CLOSES)];

const endingsOf = perIndex(index => new ClauseEndings(index));

/** Whether clauses of `index` may end with `word`: false for one that nearly always leads on to another. */
export function mayEndClause(index: CorpusIndex, word: string): boolean {
  return endingsOf(index).mayEnd(word);
}

/**
 * Whether `word` may end a clause also after the word before it. `withPrevious` is both words together. Only some words
 * are asked about, others always may: words of one unit, which most often begin a longer word («服饰电»商, «普惠政策全»覆盖);
 * words after 和 and the like; numerals («党的十八»大).
 */
export function mayEndAfter(index: CorpusIndex, word: string, withPrevious: string): boolean {
  return endingsOf(index).mayEndAfter(word, withPrevious);
}
