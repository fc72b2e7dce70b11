/** Half-open range of ranks in a segment's suffix array: all suffixes that start with one text. */
export interface SuffixInterval {
  readonly from: number;
  readonly to: number;
}
