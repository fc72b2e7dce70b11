/**
 * How a phrase is read, in Hanyu Pinyin without tones, as one line of ASCII: every syllable begins with a capital, another
 * accepted reading of the same character follows a slash, marks are silent: «重庆、银行» is `Chong/ZhongQingYinHang/Xing`.
 * ü is written u, as most keyboards have it. A phrase with digits or letters has no reading: ''.
 */
export type Reading = string;

/** There are some four hundred syllables, and millions to be written. */
const written = new Map<string, string>();

/** How a syllable in lower case, ü as v, stands in a reading: nü, `nv`, is `Nu`. */
export function writeSyllable(syllable: string): string {
  let found = written.get(syllable);
  if (found === undefined) {
    const plain = syllable.replaceAll('v', 'u');
    found = plain[0]!.toUpperCase() + plain.slice(1);
    written.set(syllable, found);
  }
  return found;
}

/** The letters the character at place `character` (marks not counted) may begin with, lower case; none past the end. */
export function firstLetters(reading: Reading, character: number): string[] {
  const from = startOfCharacter(reading, character);
  const end = from < reading.length ? endOfCharacter(reading, from) : from;
  const letters: string[] = [];
  for (let at = from; at < end; at++) if (isCapital(reading, at)) letters.push(reading[at]!.toLowerCase());
  return letters;
}

/** The first letters of the likeliest reading: `cqyh`. */
export function initials(reading: Reading): string {
  let letters = '';
  for (let at = 0; at < reading.length; at = endOfCharacter(reading, at)) letters += reading[at]!.toLowerCase();
  return letters;
}

/** `whole` if all characters are typed, `beginning` if more are to come. */
export type ReadingMatch = 'whole' | 'beginning';

/**
 * Whether `letters` (as typed: initials zzsg, syllables zhenzhua, both zhenzsg, zh ch sh for an initial, `'` between
 * syllables) spell the beginning of `reading`. The last syllable may be unfinished.
 * @param skipped characters at the beginning of the phrase, marks not counted, that are written already
 */
export function matchReading(reading: Reading, letters: string, skipped = 0): ReadingMatch | undefined {
  return matchFrom(reading, startOfCharacter(reading, skipped), letters.toLowerCase().replaceAll('v', 'u'), 0);
}

/** Tries the syllables of the character at `from` against the letters at `letter`, and goes on behind both. */
function matchFrom(reading: Reading, from: number, letters: string, letter: number): ReadingMatch | undefined {
  const at = letters[letter] === "'" ? letter + 1 : letter;
  if (at === letters.length) return from === reading.length ? 'whole' : 'beginning';
  const next = endOfCharacter(reading, from);
  let best: ReadingMatch | undefined;
  for (let start = from; start < next; ) {
    const end = endOfSyllable(reading, start);
    const shared = sharedLetters(reading.slice(start, end), letters, at);
    for (let length = shared; length > 0; length--) {
      if (!maySpell(reading, start, end, length) && at + length !== letters.length) continue;
      const match = matchFrom(reading, next, letters, at + length);
      if (match === 'whole') return match;
      best ??= match;
    }
    start = end + 1; // behind the slash
  }
  return best;
}

/** How many letters from `at` on are the first ones of `syllable`. */
function sharedLetters(syllable: string, letters: string, at: number): number {
  let shared = 0;
  while (shared < syllable.length && letters.charCodeAt(at + shared) === (syllable.charCodeAt(shared) | LOWER)) {
    shared++;
  }
  return shared;
}

/** Whether a syllable may be typed by its first `length` letters: by the first one, its initial, all of it. */
function maySpell(reading: Reading, start: number, end: number, length: number): boolean {
  return length === 1 || length === end - start || (length === 2 && reading[start + 1] === 'h');
}

/** A capital ASCII letter with this bit is the small one. */
const LOWER = 32;

function isCapital(reading: Reading, at: number): boolean {
  return reading[at]! >= 'A' && reading[at]! <= 'Z';
}

function endOfSyllable(reading: Reading, start: number): number {
  let end = start + 1;
  while (end < reading.length && reading[end]! >= 'a') end++;
  return end;
}

function startOfCharacter(reading: Reading, character: number): number {
  let start = 0;
  for (let i = 0; i < character && start < reading.length; i++) start = endOfCharacter(reading, start);
  return start;
}

/** Where the syllables of the next character begin. */
function endOfCharacter(reading: Reading, start: number): number {
  let end = endOfSyllable(reading, start);
  while (reading[end] === '/') end = endOfSyllable(reading, end + 1);
  return end;
}
