import type { PhraseFrequencies } from '../index/phraseFrequencies.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import { isAllHan } from '../text/charClass.ts';
import type { CountedPhrase } from './hoverResult.ts';

/** Longer phrases have no variants one would call near. */
const MAX_LENGTH = 16;
const MIN_LENGTH = 4;
/** Phrases with most pairs of characters in common that are looked at. */
const CANDIDATES = 80;
const MAX_VARIANTS = 3;

/** Phrases of the corpus that differ from `phrase` by one character or by the order of two halves, most frequent first. */
export function nearVariants(frequencies: PhraseFrequencies, lexicon: PhraseLexicon, phrase: string): CountedPhrase[] {
  if (phrase.length < MIN_LENGTH || phrase.length > MAX_LENGTH) return [];
  const alike = lexicon
    .sharingMost(phrase, CANDIDATES)
    .map(({ text }) => text)
    .filter(text => differsByOne(text, phrase));
  const swapped = swaps(phrase).filter(text => !alike.includes(text));
  return [...alike, ...swapped]
    .map(text => ({ phrase: text, ...frequencies.of(text) }))
    .filter(({ occurrences }) => occurrences > 0)
    .sort((a, b) => b.documents - a.documents || b.occurrences - a.occurrences)
    .slice(0, MAX_VARIANTS);
}

function differsByOne(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let differences = 0;
  for (let i = 0; i < a.length && differences < 2; i++) if (a[i] !== b[i]) differences++;
  return differences === 1;
}

/** «真抓实干» → «实干真抓»; «马上办、主动办» → «主动办、马上办». */
function swaps(phrase: string): string[] {
  const parts = phrase.split(/([、，])/);
  if (parts.length === 3) return [parts[2]! + parts[1]! + parts[0]!].filter(text => text !== phrase);
  if (!isAllHan(phrase) || phrase.length % 2 !== 0) return [];
  const half = phrase.length / 2;
  const other = phrase.slice(half) + phrase.slice(0, half);
  return other === phrase ? [] : [other];
}
