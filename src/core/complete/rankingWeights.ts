/** How much the model of continuations looks at. Set by hand; what more or less of each was worth is in DESIGN.md. */
export const rankingWeights = {
  /** Context lengths asked of the index, from the longest match down: this many at most. A fifth one found nothing the others had not. */
  levels: 4,
  /** Occurrences read per level: most of the time of a keystroke. 64 were no better. */
  samples: 40,
  /** Of those that only agree in one unit: places in kin. */
  unitSamples: 24,
  /** Places per level of which those samples are chosen: only their dates are looked at. */
  places: 320,
  /** Of frequent contexts so many neighbouring places are taken together. */
  run: 8,
  /** Longest continuation looked at, in units: a clause and most of the next. */
  maxContinuation: 32,
  /** Continuations less likely than this are not followed: no list would show them, and the tree ends. .002 gained nothing. */
  minProbability: 0.005,
};
