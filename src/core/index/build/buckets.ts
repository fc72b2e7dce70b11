// The suffixes that begin with the same symbol are neighbours in the suffix array: a bucket. It is filled from its start up or from its end down.

/** Sets `cursor` to where each bucket begins. */
export function bucketStarts(counts: Int32Array, cursor: Int32Array): void {
  for (let c = 0, sum = 0; c < counts.length; c++) {
    cursor[c] = sum;
    sum += counts[c]!;
  }
}

/** Sets `cursor` to where each bucket ends. */
export function bucketEnds(counts: Int32Array, cursor: Int32Array): void {
  for (let c = 0, sum = 0; c < counts.length; c++) {
    sum += counts[c]!;
    cursor[c] = sum;
  }
}
