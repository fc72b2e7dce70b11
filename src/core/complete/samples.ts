import { copied } from '../collections/copied.ts';
import type { CorpusText } from '../index/corpusText.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { textOf } from '../text/units.ts';
import { rankingWeights } from './rankingWeights.ts';
import { sayableLength } from './sayable.ts';

/** Units of text in a sample: as many as may be offered, and one more, which tells whether a phrase ends there. */
export const SAMPLE_UNITS = rankingWeights.maxContinuation + 1;

/** Stands for a unit where there is none. */
export const NO_UNIT = 0x10000;
/** Number of samples there is room for at first. Most keys need no more. */
const ROOM = 256;
/** Stands for the segment of a sample that is in the draft. */
const IN_DRAFT = -1;

/**
 * Places where the context of a level was seen, with what follows there: the samples of one key, numbered from 0. They
 * are numbers in arrays, which the next key uses again. As objects with strings they were a third of the garbage of a
 * key.
 */
export class Samples {
  #length = 0;
  #units = new Uint16Array(ROOM * SAMPLE_UNITS);
  #lengths = new Uint8Array(ROOM);
  #ends = new Uint8Array(ROOM);
  #weights = new Float64Array(ROOM);
  #segments = new Int16Array(ROOM);
  #positions = new Int32Array(ROOM);

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
  }

  /** Removes all samples from number `length` on. */
  cutTo(length: number): void {
    this.#length = length;
  }

  /**
   * Adds a sample of what the corpus says at `place` after `length` units of context.
   * @param open the marks that would close what is open before the caret, see `openMarks`
   * @param weight how much it counts against the other samples of its level
   * @returns whether anything that follows may be offered; where nothing may, no sample is added
   */
  addPlace(corpus: CorpusText, place: Occurrence, length: number, open: readonly string[], weight: number): boolean {
    const start = this.#makeRoom();
    const units = corpus.copyUnits(place, SAMPLE_UNITS, length, this.#units, start);
    return this.#add(units, open, weight, place.segment, place.position);
  }

  /**
   * Adds a sample of what `text` has from `at` on; else as `addPlace`.
   * @param place where the context starts: an occurrence of the corpus, or an offset in the draft
   */
  addText(text: string, at: number, open: readonly string[], weight: number, place: Occurrence | number): boolean {
    const start = this.#makeRoom();
    const length = Math.min(text.length - at, SAMPLE_UNITS);
    for (let i = 0; i < length; i++) this.#units[start + i] = text.charCodeAt(at + i);
    if (typeof place === 'number') return this.#add(length, open, weight, IN_DRAFT, place);
    return this.#add(length, open, weight, place.segment, place.position);
  }

  /** Adds the text of an earlier sample once more, for a context that starts at `position` and ends at the same place. */
  addCopy(earlier: number, position: number): void {
    const start = this.#makeRoom();
    const sample = this.#length++;
    this.#units.copyWithin(start, earlier * SAMPLE_UNITS, (earlier + 1) * SAMPLE_UNITS);
    this.#lengths[sample] = this.#lengths[earlier]!;
    this.#ends[sample] = this.#ends[earlier]!;
    this.#weights[sample] = this.#weights[earlier]!;
    this.#segments[sample] = this.#segments[earlier]!;
    this.#positions[sample] = position;
  }

  /** The unit `depth` units after the context, or `NO_UNIT` where the text ends. */
  unitAt(sample: number, depth: number): number {
    return depth < this.#lengths[sample]! ? this.#units[sample * SAMPLE_UNITS + depth]! : NO_UNIT;
  }

  text(sample: number): string {
    const start = sample * SAMPLE_UNITS;
    return textOf(this.#units.subarray(start, start + this.#lengths[sample]!));
  }

  /** How many units may be offered: to the end of the sentence, and within the brackets that are open. */
  end(sample: number): number {
    return this.#ends[sample]!;
  }

  weight(sample: number): number {
    return this.#weights[sample]!;
  }

  isInDraft(sample: number): boolean {
    return this.#segments[sample] === IN_DRAFT;
  }

  /** Where the context starts: a position in the segment, or an offset in the draft. */
  position(sample: number): number {
    return this.#positions[sample]!;
  }

  /** Where the context starts in the corpus; `undefined` for a sample of the draft. */
  occurrence(sample: number): Occurrence | undefined {
    const segment = this.#segments[sample]!;
    return segment === IN_DRAFT ? undefined : { segment, position: this.#positions[sample]! };
  }

  #add(length: number, open: readonly string[], weight: number, segment: number, position: number): boolean {
    const sample = this.#length;
    const start = sample * SAMPLE_UNITS;
    const end = sayableLength(this.#units, start, start + Math.min(length, rankingWeights.maxContinuation), open);
    if (end === 0) return false;
    this.#length++;
    this.#lengths[sample] = length;
    this.#ends[sample] = end;
    this.#weights[sample] = weight;
    this.#segments[sample] = segment;
    this.#positions[sample] = position;
    return true;
  }

  /** Where the units of the next sample start. */
  #makeRoom(): number {
    if (this.#length === this.#lengths.length) this.#grow();
    return this.#length * SAMPLE_UNITS;
  }

  #grow(): void {
    const room = this.#length * 2;
    this.#units = copied(this.#units, new Uint16Array(room * SAMPLE_UNITS));
    this.#lengths = copied(this.#lengths, new Uint8Array(room));
    this.#ends = copied(this.#ends, new Uint8Array(room));
    this.#weights = copied(this.#weights, new Float64Array(room));
    this.#segments = copied(this.#segments, new Int16Array(room));
    this.#positions = copied(this.#positions, new Int32Array(room));
  }
}
