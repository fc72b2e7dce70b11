import { readFileSync } from 'node:fs';
import { customPinyin, pinyin } from 'pinyin-pro';
import type { PhraseKnowledge } from '../core/index/phraseKnowledge.ts';
import { type Reading, writeReading } from '../core/lexicon/reading.ts';
import { isClauseEnd, isClosing, isHan, isOpening } from '../core/structure/charClass.ts';

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
/** Tags of jieba's dictionary: 成语, 习用语. */
const IDIOM_TAGS: ReadonlySet<string> = new Set(['i', 'l']);

/** @param dictionaryPath jieba's dictionary, one `word frequency tag` a line */
export function readPhraseKnowledge(dictionaryPath: string): PhraseKnowledge {
  return { idioms: idiomsOf(readFileSync(dictionaryPath, 'utf8')), reading: readPhrase };
}

function idiomsOf(dictionary: string): ReadonlySet<string> {
  const idioms = new Set<string>();
  for (const line of dictionary.split('\n')) {
    const [word, , tag] = line.split(' ');
    if (word!.length >= SHORTEST_IDIOM && IDIOM_TAGS.has(tag ?? '')) idioms.add(word!);
  }
  return idioms;
}

/**
 * `phrase` in pinyin: its characters as the words around them have it, and each as it is read by itself. '' if it holds
 * anything but Chinese characters and marks.
 */
export function readPhrase(phrase: string): Reading {
  const characters = Array.from(phrase);
  if (!characters.every(unit => isHan(unit) || isClauseEnd(unit) || isOpening(unit) || isClosing(unit))) return '';
  const inContext = syllablesOf(phrase);
  if (inContext.length !== characters.length) return '';
  const syllables = characters.map((character, i) => {
    if (!isHan(character)) return [];
    return [...new Set([inContext[i]!, ownSyllable(character)])].filter(isSyllable);
  });
  return syllables.some((found, i) => found.length === 0 && isHan(characters[i]!)) ? '' : writeReading(syllables);
}

const ownSyllables = new Map<string, string>();

/** How a character is read where nothing is known of its neighbours. */
function ownSyllable(character: string): string {
  let syllable = ownSyllables.get(character);
  if (syllable === undefined) {
    syllable = syllablesOf(character)[0] ?? '';
    ownSyllables.set(character, syllable);
  }
  return syllable;
}

function syllablesOf(text: string): string[] {
  return pinyin(text, { type: 'array', toneType: 'none', v: true });
}

function isSyllable(syllable: string): boolean {
  return /^[a-z]+$/.test(syllable);
}
