/** Limits on the work of the continuation model. Set by hand; TRIED.md says what more or less of each was worth. */
export const rankingWeights = {
  /** Context lengths asked of the index, from the longest match down: this many at most. A fifth one found nothing the others had not. */
  levels: 4,
  /** Occurrences read per level. 32 cost .3 points of character savings and spare 5 % of a keystroke; 48 bring .1 for as much more. */
  samples: 40,
  /** Of those that only agree in one unit: places in kin. */
  unitSamples: 24,
  /** Places per level of which those samples are chosen: only their dates are looked at. 160 cost .2 points and spare 2 %. */
  places: 320,
  /** Of frequent contexts so many neighbouring places are taken together: half the reads of eight, and as good. */
  run: 16,
  /** Longest continuation looked at, in units: a clause, or two short ones. Of the rows accepted, one in two hundred was longer; what follows is offered next. */
  maxContinuation: 20,
  /** Continuations less likely than this are not followed: few lists would show them, and the tree ends. .002 gained nothing, .012 costs .1 to .3 points. */
  minProbability: 0.007,
};
