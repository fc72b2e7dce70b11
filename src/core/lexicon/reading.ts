/**
 * How a phrase is read, in Hanyu Pinyin without tones, as one line of ASCII: every syllable begins with a capital, another
 * accepted reading of the same character follows a slash, marks are silent: «重庆、银行» is `Chong/ZhongQingYinHang/Xing`.
 * ü is written u, as most keyboards have it. A phrase with digits or letters has no reading: ''.
 */
export type Reading = string;

/** Syllables of each character in lower case, the likeliest first; an empty list for a mark. */
export function writeReading(characters: ReadonlyArray<readonly string[]>): Reading {
  return characters.map(syllables => syllables.map(capitalised).join('/')).join('');
}

function capitalised(syllable: string): string {
  return syllable[0]!.toUpperCase() + syllable.slice(1).replaceAll('v', 'u');
}

/** The letters a reading may begin with, lower case. */
export function firstLetters(reading: Reading): Set<string> {
  return new Set(characterReadings(reading)[0]?.map(syllable => syllable[0]!));
}

/** The first letters of the likeliest reading: `cqyh`. */
export function initials(reading: Reading): string {
  return characterReadings(reading)
    .map(syllables => syllables[0]![0])
    .join('');
}

/** `whole` if all characters are typed, `beginning` if more are to come. */
export type ReadingMatch = 'whole' | 'beginning';

/**
 * Whether `letters` (as typed: initials zzsg, syllables zhenzhua, both zhenzsg, zh ch sh for an initial, `'` between
 * syllables) spell the beginning of `reading`. The last syllable may be unfinished.
 * @param skipped characters at the beginning of the phrase that are not spelt but written already
 */
export function matchReading(reading: Reading, letters: string, skipped = 0): ReadingMatch | undefined {
  return matchFrom(characterReadings(reading), skipped, normalised(letters), 0);
}

function normalised(letters: string): string {
  return letters.toLowerCase().replaceAll('v', 'u');
}

function matchFrom(
  characters: ReadonlyArray<readonly string[]>,
  character: number,
  letters: string,
  from: number,
): ReadingMatch | undefined {
  const at = letters[from] === "'" ? from + 1 : from;
  if (at === letters.length) return character === characters.length ? 'whole' : 'beginning';
  let best: ReadingMatch | undefined;
  for (const syllable of characters[character] ?? []) {
    for (const length of typedLengths(syllable, letters, at)) {
      const match = matchFrom(characters, character + 1, letters, at + length);
      if (match === 'whole') return match;
      best ??= match;
    }
  }
  return best;
}

/** How many letters from `at` on may stand for `syllable`: its first, its initial, all of it, or what there is at the end. */
function typedLengths(syllable: string, letters: string, at: number): number[] {
  let shared = 0;
  while (shared < syllable.length && letters[at + shared] === syllable[shared]) shared++;
  const isLast = at + shared === letters.length;
  const initial = syllable[1] === 'h' ? 2 : 1;
  const lengths = new Set([1, initial, syllable.length, ...(isLast ? [shared] : [])]);
  return [...lengths].filter(length => length <= shared && length > 0);
}

/** The accepted syllables of each character that is read, lower case. */
function characterReadings(reading: Reading): string[][] {
  const characters: string[][] = [];
  let isOther = false;
  for (let start = 0; start < reading.length; ) {
    if (reading[start] === '/') {
      isOther = true;
      start++;
      continue;
    }
    let end = start + 1;
    while (end < reading.length && reading[end]! >= 'a' && reading[end]! <= 'z') end++;
    const syllable = reading.slice(start, end).toLowerCase();
    if (isOther) characters.at(-1)!.push(syllable);
    else characters.push([syllable]);
    isOther = false;
    start = end;
  }
  return characters;
}
