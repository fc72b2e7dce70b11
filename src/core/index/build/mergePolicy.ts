import { MAX_SEGMENT_CHARACTERS } from '../format/segmentFormat.ts';

/** The size of a segment, as far as the policy needs it. */
export interface SegmentSize {
  readonly characters: number;
  /** Characters of documents deleted since. */
  readonly deletedCharacters: number;
}

export const mergeOptions = {
  /** Segments within this factor of each other are of one tier. */
  tierFactor: 8,
  /** Everything smaller is of the lowest tier. */
  floor: 64 * 1024,
  /** This many segments of one tier are merged into one of the next. */
  perTier: 4,
  /** A segment that is deleted to this share is rewritten. */
  maxDeletedShare: 0.3,
};

/**
 * Chooses the segments to rewrite together, as in Lucene's TieredMergePolicy. So each character is rewritten about once
 * for each tier, and the number of segments grows with the logarithm of the corpus.
 * @returns disjoint groups of indexes into `segments`
 */
export function planMerges(segments: readonly SegmentSize[], options = mergeOptions): number[][] {
  const tiers = new Map<number, number[]>();
  segments.forEach((segment, index) => {
    const live = Math.max(1, segment.characters - segment.deletedCharacters);
    const tier = Math.max(0, Math.ceil(Math.log(live / options.floor) / Math.log(options.tierFactor)));
    tiers.set(tier, [...(tiers.get(tier) ?? []), index]);
  });
  const groups: number[][] = [];
  for (const members of tiers.values()) {
    let group: number[] = [];
    let characters = 0;
    const flush = (): void => {
      if (group.length >= options.perTier) groups.push(group);
      else
        groups.push(...group.filter(index => isWorn(segments[index]!, options.maxDeletedShare)).map(index => [index]));
      group = [];
      characters = 0;
    };
    for (const index of members) {
      const live = segments[index]!.characters - segments[index]!.deletedCharacters;
      if (characters + live > MAX_SEGMENT_CHARACTERS) flush();
      group.push(index);
      characters += live;
    }
    flush();
  }
  return groups;
}

function isWorn(segment: SegmentSize, share: number): boolean {
  return segment.deletedCharacters > segment.characters * share;
}
