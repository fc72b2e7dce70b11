import { firstLetters, type Reading } from './reading.ts';

const VOWELS = 'aeiou';

/** Numbers of readings by the first letters of their first two characters. */
export class InitialsIndex {
  readonly #byInitials = new Map<string, number[]>();

  constructor(readings: Iterable<Reading>) {
    let number = 0;
    for (const reading of readings) {
      for (const first of new Set(firstLetters(reading, 0))) {
        for (const second of new Set(firstLetters(reading, 1))) this.#add(first + second, number);
      }
      number++;
    }
  }

  /** Numbers of readings of two characters and more that may begin with `letters`. */
  candidates(letters: string): number[] {
    const [first = '', second = '', third = ''] = letters;
    const keys = maySpellOut(letters) ? [...this.#byInitials.keys()] : [first + second, first + third];
    return [...new Set(keys)].flatMap(key => (key[0] === first ? (this.#byInitials.get(key) ?? []) : []));
  }

  #add(key: string, number: number): void {
    const numbers = this.#byInitials.get(key);
    if (numbers) numbers.push(number);
    else this.#byInitials.set(key, [number]);
  }
}

/** Whether more letters than an initial may belong to the first syllable: zhe, ze, an; not zz, zhz. */
function maySpellOut(letters: string): boolean {
  const rest = letters[1] === 'h' ? letters[2] : letters[1];
  return VOWELS.includes(letters[0] ?? '') || rest === undefined || VOWELS.includes(rest);
}
