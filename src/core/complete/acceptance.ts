/**
 * Evidence for or against suggestions, by their `insertText`, as log-odds. They are added to the log-odds of the chance
 * that a suggestion is right.
 */
export interface Preference {
  boost(insertText: string): number;
  /** Upper bound of `boost`. */
  readonly mostBoost: number;
}

/** The counts of one suggestion: its key, how often it was accepted and refused as of `day`, and that day. */
export type AcceptanceRecord = readonly [key: number, accepted: number, refused: number, day: number];

/** Suggestions that were inserted, and suggestions that were shown and typed past, by their `insertText`. */
export interface AcceptanceEvents {
  readonly accepted?: readonly string[];
  readonly refused?: readonly string[];
}

/** The parameters of learning. They are set by hand, since there are no records of real acceptances to fit them on. */
export const acceptanceWeights = {
  /** Counts halve in this many days, so that last season's wording does not outlive its season. */
  halfLife: 60,
  /** Pseudo-count on either side: one acceptance moves the odds by a half, not to certainty. */
  prior: 2,
  /** What a refusal counts against an acceptance. Most rows that are not accepted are no mistakes, so one acceptance outweighs several refusals. */
  refusalWeight: 0.25,
  /** The first refusals of a suggestion, so many of them, are ignored. */
  patience: 2,
  /**
   * `boost` stays within ± this: a factor of about 4.5 on the odds, which moves a suggestion up or down and can tip a
   * list that is near its threshold.
   */
  limit: 1.5,
  /** Number of suggestions remembered; those with least weight are forgotten first. */
  capacity: 5000,
};

/**
 * Counts of what this writer accepts and refuses, with exponential decay. Suggestions are remembered by a hash of their text:
 * no word of corpus or draft is in the counts, so none is left on the disk when the index is cleared.
 */
export class Acceptance implements Preference {
  readonly #today: () => number;
  readonly #records = new Map<number, AcceptanceRecord>();
  #mostBoost = 0;

  /** @param today the current day, counted from any fixed one */
  constructor(today: () => number, records: Iterable<AcceptanceRecord> = []) {
    this.#today = today;
    for (const record of records) this.#set(record);
  }

  get mostBoost(): number {
    return this.#mostBoost;
  }

  /**
   * Log-odds to add to those of the suggestion's confidence, or, as a factor, `exp(boost)`: 0 for a suggestion never accepted or refused,
   * above 0 for one that is accepted.
   */
  boost(insertText: string): number {
    const record = this.#records.get(keyOf(insertText));
    if (record === undefined) return 0;
    const { prior, refusalWeight, patience, limit } = acceptanceWeights;
    const [, accepted, refused] = decayed(record, this.#today());
    const odds = Math.log((accepted + prior) / (Math.max(0, refused - patience) * refusalWeight + prior));
    return Math.max(-limit, Math.min(limit, odds));
  }

  note({ accepted = [], refused = [] }: AcceptanceEvents): void {
    for (const text of accepted) this.#add(text, 1, 0);
    for (const text of refused) this.#add(text, 0, 1);
  }

  forget(): void {
    this.#records.clear();
    this.#mostBoost = 0;
  }

  /** All counts, at most `capacity`, for storage. */
  get records(): AcceptanceRecord[] {
    const today = this.#today();
    const all = Array.from(this.#records.values(), record => decayed(record, today));
    if (all.length <= acceptanceWeights.capacity) return all;
    return all.sort((a, b) => weight(b) - weight(a)).slice(0, acceptanceWeights.capacity);
  }

  #add(insertText: string, accepted: number, refused: number): void {
    const key = keyOf(insertText);
    const before = decayed(this.#records.get(key) ?? [key, 0, 0, 0], this.#today());
    this.#set([key, before[1] + accepted, before[2] + refused, before[3]]);
  }

  #set(record: AcceptanceRecord): void {
    const { prior, limit } = acceptanceWeights;
    this.#records.set(record[0], record);
    this.#mostBoost = Math.max(this.#mostBoost, Math.min(limit, Math.log((record[1] + prior) / prior)));
  }
}

/** The counts as of `today`. A clock that was set back reduces nothing. */
function decayed([key, accepted, refused, day]: AcceptanceRecord, today: number): AcceptanceRecord {
  const left = 0.5 ** (Math.max(0, today - day) / acceptanceWeights.halfLife);
  return [key, accepted * left, refused * left, today];
}

function weight([, accepted, refused]: AcceptanceRecord): number {
  return accepted + refused * acceptanceWeights.refusalWeight;
}

/**
 * FNV-1a over UTF-16 units, 32 bits. Two texts with the same key share their counts; when the memory is full, the
 * chance of that is one in a million.
 */
function keyOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
