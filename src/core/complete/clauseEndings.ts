import type { CorpusIndex } from '../index/corpusIndex.ts';
import { countFollowers } from '../index/reading/followers.ts';
import { sampleFollowers } from '../index/sampledFollowers.ts';
import { CLOSES, codesOf, PAUSE, STOP } from '../text/charClass.ts';
import { perIndex } from './perIndex.ts';

/** Occurrences of a word that are looked at. */
const SAMPLE = 128;
/** Of what is seen less often nothing is known. */
const LEAST_SEEN = 8;
/** What ends so small a share of its clauses ends none: «各», «主要», «现代», «提供», «政策全». «国家», «推进» do now and then. */
const SELDOM = 0.01;
/** What ends so many may end one after a word that it has not been seen with. */
const OFTEN = 0.1;
/** After them a phrase has hardly begun: «服务业与先进». */
const CONNECTIVES: ReadonlySet<string> = new Set(['和', '与', '及', '以及']);
const NUMERALS = '〇零一二三四五六七八九十百千万';
/** Words, and pairs of words, remembered. */
const CAPACITY = 20_000;

/** What the corpus says about which words end a clause. A word is looked up once. */
class ClauseEndings {
  readonly #index: CorpusIndex;
  readonly #known = new Map<string, number | undefined>();

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  mayEnd(word: string): boolean {
    const share = this.#share(word);
    return share === undefined || share >= SELDOM;
  }

  mayEndAfter(word: string, withPrevious: string): boolean {
    const previous = withPrevious.slice(0, withPrevious.length - word.length);
    if (word.length > 1 && !CONNECTIVES.has(previous) && !isNumeral(word)) return true;
    const share = this.#share(withPrevious);
    return share === undefined ? (this.#share(word) ?? OFTEN) >= OFTEN : share >= SELDOM;
  }

  /** Share of the occurrences of `text` that stand at the end of a clause, up to `OFTEN`; `undefined` if there are few. */
  #share(text: string): number | undefined {
    if (this.#known.has(text)) return this.#known.get(text);
    const followers = sampleFollowers(this.#index.segments, text, SAMPLE);
    const seen = followers.reduce((sum, { count }) => sum + count, 0);
    const enough = Math.ceil(seen * OFTEN);
    const found = followers.reduce((sum, each) => sum + countFollowers(each, ends, enough - sum), 0);
    const share = seen < LEAST_SEEN ? undefined : found / seen;
    if (this.#known.size >= CAPACITY) this.#known.clear();
    this.#known.set(text, share);
    return share;
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
 * Whether `word` may end a clause after the word before it too, which `withPrevious` begins with. Asked of words of one unit, which most often
 * are the beginning of a longer one («服饰电»商, «普惠政策全»覆盖), of those after 和 and the like, and of numerals («党的十八»大); others always may.
 */
export function mayEndAfter(index: CorpusIndex, word: string, withPrevious: string): boolean {
  return endingsOf(index).mayEndAfter(word, withPrevious);
}
