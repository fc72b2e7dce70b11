import { PROFILE_SIZE } from './profile.ts';

/** The profiles of a corpus, seen from their mean: what all documents have says nothing about any. */
export class ProfileSpace {
  readonly documents: number;
  readonly #profiles: readonly Uint8Array[];
  readonly #mean = new Float64Array(PROFILE_SIZE);
  /** How far each document of each segment lies from the mean. */
  readonly #lengths: readonly Float32Array[];

  /** @param profiles those of the documents of each segment, one after the other */
  constructor(profiles: readonly Uint8Array[]) {
    this.#profiles = profiles;
    this.documents = profiles.reduce((sum, { length }) => sum + length / PROFILE_SIZE, 0);
    for (const each of profiles)
      for (let at = 0; at < each.length; at += PROFILE_SIZE)
        for (let i = 0; i < PROFILE_SIZE; i++) this.#mean[i]! += each[at + i]! / this.documents;
    this.#lengths = profiles.map(each =>
      Float32Array.from({ length: each.length / PROFILE_SIZE }, (_, document) => this.#length(each, document)),
    );
  }

  /** Standard scores of the cosines between `profile` and each document: how many standard deviations they lie above their mean. */
  scores(profile: Uint8Array): Float32Array[] {
    const own = Float64Array.from(profile, (value, i) => value - this.#mean[i]!);
    const atMean = own.reduce((sum, value, i) => sum + value * this.#mean[i]!, 0);
    const cosines = this.#profiles.map((each, segment) => {
      const found = new Float32Array(each.length / PROFILE_SIZE);
      for (let document = 0, at = 0; document < found.length; document++) {
        let product = -atMean;
        for (let i = 0; i < PROFILE_SIZE; i++, at++) product += own[i]! * each[at]!;
        found[document] = product / (this.#lengths[segment]![document]! || 1);
      }
      return found;
    });
    return standardized(cosines, this.documents);
  }

  #length(profiles: Uint8Array, document: number): number {
    let square = 0;
    for (let i = 0; i < PROFILE_SIZE; i++) square += (profiles[document * PROFILE_SIZE + i]! - this.#mean[i]!) ** 2;
    return Math.sqrt(square);
  }
}

function standardized(values: readonly Float32Array[], count: number): Float32Array[] {
  let sum = 0;
  for (const each of values) for (const value of each) sum += value;
  const mean = sum / count;
  let squares = 0;
  for (const each of values) for (const value of each) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / count) || 1;
  return values.map(each => each.map(value => (value - mean) / deviation));
}
