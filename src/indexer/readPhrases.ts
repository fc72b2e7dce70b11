import { customPinyin, pinyin } from 'pinyin-pro';
import type { PhraseKnowledge } from '../core/index/format/phraseKnowledge.ts';
import { type Reading, writeSyllable } from '../core/lexicon/reading.ts';
import { CLOSES, classAt, HAN, NEWLINE, OPENS, PAUSE, STOP } from '../core/text/charClass.ts';
import { readUtf8File } from '../node/readUtf8.ts';

/** Words of the genre that pinyin-pro 3.29 reads wrong. */
const CORRECTIONS: Readonly<Record<string, string>> = {
  率先: 'shuài xiān',
  率队: 'shuài duì',
  率部: 'shuài bù',
  还款: 'huán kuǎn',
  还贷: 'huán dài',
  还账: 'huán zhàng',
  还林: 'huán lín',
  还田: 'huán tián',
  还湖: 'huán hú',
  还草: 'huán cǎo',
  还湿: 'huán shī',
  还绿: 'huán lǜ',
  还建: 'huán jiàn',
  还本付息: 'huán běn fù xī',
  一行: 'yì xíng',
  央行: 'yāng háng',
  局长: 'jú zhǎng',
  处长: 'chù zhǎng',
  调查处: 'diào chá chǔ',
  调水: 'diào shuǐ',
  调出: 'diào chū',
  调入: 'diào rù',
  外调: 'wài diào',
  重塑: 'chóng sù',
  重组: 'chóng zǔ',
  重构: 'chóng gòu',
  重拾: 'chóng shí',
  重回: 'chóng huí',
};
customPinyin({ ...CORRECTIONS });

const SHORTEST_IDIOM = 4;
/** Classes of characters without a reading. */
const MARKS = PAUSE | STOP | NEWLINE | OPENS | CLOSES;
/** Tags of jieba's dictionary: 成语, 习用语. */
const IDIOM_TAGS: readonly string[] = ['i', 'l'];

/**
 * What a dictionary knows about phrases.
 * @param dictionaryPath jieba's dictionary: one `word frequency tag` a line
 */
export function readPhraseKnowledge(dictionaryPath: string): PhraseKnowledge {
  return { idioms: idiomsOf(readUtf8File(dictionaryPath)), reading: remembered(readPhrase) };
}

/** Number of readings remembered, more than a large corpus has phrases. They take some thirty megabytes. */
const MOST_REMEMBERED = 1 << 17;

/** Caches readings: most phrases of a segment also occur in the previous one, and reading a phrase takes longer than mining it. */
function remembered(read: (phrase: string) => Reading): (phrase: string) => Reading {
  const readings = new Map<string, Reading>();
  return phrase => {
    let reading = readings.get(phrase);
    if (reading === undefined) {
      if (readings.size === MOST_REMEMBERED) readings.clear();
      reading = read(phrase);
      readings.set(phrase, reading);
    }
    return reading;
  };
}

/** Scans the dictionary in place and extracts only idioms: lists of its lines and their parts would take fifty megabytes. */
function idiomsOf(dictionary: string): ReadonlySet<string> {
  const idioms = new Set<string>();
  for (let start = 0; start < dictionary.length; ) {
    const newline = dictionary.indexOf('\n', start);
    const end = newline < 0 ? dictionary.length : newline;
    if (IDIOM_TAGS.includes(dictionary[end - 1] ?? '') && dictionary[end - 2] === ' ') {
      const afterWord = dictionary.indexOf(' ', start);
      if (afterWord - start >= SHORTEST_IDIOM) idioms.add(dictionary.slice(start, afterWord));
    }
    start = end + 1;
  }
  return idioms;
}

/**
 * The pinyin of `phrase`: each character as read in its context, and as read by itself. '' if the phrase contains anything but Chinese
 * characters and marks.
 */
export function readPhrase(phrase: string): Reading {
  for (let at = 0; at < phrase.length; at++) if ((classAt(phrase, at) & (HAN | MARKS)) === 0) return '';
  const inContext = isReadOneWay(phrase) ? undefined : syllablesOf(phrase);
  let reading = '';
  let character = 0;
  for (let at = 0; at < phrase.length; character++) {
    const code = phrase.codePointAt(at)!;
    const isMark = (classAt(phrase, at) & HAN) === 0;
    at += code > 0xffff ? 2 : 1;
    if (isMark) continue;
    const own = ownSyllable(code);
    const syllables = readingsOf(inContext === undefined ? own : (inContext[character] ?? ''), own);
    if (syllables === '') return '';
    reading += syllables;
  }
  return inContext === undefined || character === inContext.length ? reading : '';
}

/** Whether each character has a single reading, as in half of all phrases: context cannot change it, so the library is not needed. */
function isReadOneWay(phrase: string): boolean {
  for (let at = 0; at < phrase.length; at++) {
    const code = phrase.charCodeAt(at);
    let isSo = readOneWay.get(code);
    if (isSo === undefined) {
      isSo = waysToRead(String.fromCharCode(code)) <= 1;
      readOneWay.set(code, isSo);
    }
    if (!isSo) return false;
  }
  return true;
}

/** By UTF-16 unit. Half of a surrogate pair has no reading, so such phrases are left to the library. */
const readOneWay = new Map<number, boolean>();

function waysToRead(unit: string): number {
  if (!unit.isWellFormed()) return Number.POSITIVE_INFINITY;
  return new Set(pinyin(unit, { type: 'array', multiple: true, toneSandhi: false }).map(plain)).size;
}

/** Readings of one character, in its context and by itself; '' if it has none. */
function readingsOf(usual: string, own: string): Reading {
  if (usual === '') return own === '' ? '' : writeSyllable(own);
  return own === '' || own === usual ? writeSyllable(usual) : `${writeSyllable(usual)}/${writeSyllable(own)}`;
}

/** By code point. */
const ownSyllables = new Map<number, string>();

/** The reading of a character without any context. */
function ownSyllable(code: number): string {
  let syllable = ownSyllables.get(code);
  if (syllable === undefined) {
    syllable = syllablesOf(String.fromCodePoint(code))[0] ?? '';
    ownSyllables.set(code, syllable);
  }
  return syllable;
}

/** Syllables of the characters of `text` without tones, ü as v; '' for a character that has none. */
function syllablesOf(text: string): string[] {
  return pinyin(text, { type: 'array', toneSandhi: false }).map(plain);
}

const plainSyllables = new Map<string, string>();

/** A syllable without its tone, '' if it is none: pinyin-pro can do it too, with nine regular expressions a syllable. */
function plain(toned: string): string {
  let syllable = plainSyllables.get(toned);
  if (syllable === undefined) {
    const letters = toned.normalize('NFD').replace(TONES, '').replace(UMLAUT, 'v');
    syllable = /^[a-z]+$/.test(letters) ? letters : '';
    plainSyllables.set(toned, syllable);
  }
  return syllable;
}

const TONES = /[\u0304\u0301\u030c\u0300]/g;
const UMLAUT = /u\u0308/g;
