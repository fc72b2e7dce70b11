/** Numbers the model of continuations depends on. */
export const rankingWeights = {
  /** Context lengths asked of the index, from the longest match down: this many at most. */
  levels: 4,
  /** Occurrences read per level. */
  samples: 40,
  /** Longest continuation looked at, in units. */
  maxContinuation: 32,
  /** Continuations less likely than this are not followed. */
  minProbability: 0.005,
  trust: [
    0.058, -0.058, -0.072, -0.062, 0.2, -0.07, 0.326, -0.205, -2.522, 1.611, -0.126, -0.541, 0.281, -0.024, 0.019,
    0.757, -0.761, -1.055, 0.243, 0.129, 0.063, -0.018,
  ] as readonly number[],
};
