/**
 * The units that follow a text at evenly spaced places of one segment, in ascending order, since suffixes are sorted. A
 * unit is read only when it is asked for.
 */
export interface Followers {
  readonly count: number;
  unitAt(index: number): number;
}

/**
 * How many of `followers` are among `units`; counting stops at `enough`. Few followers are read: if none of `units`
 * lies between two of them in order, none of the followers between those two can be among `units`. The last and the
 * first are read at once, because nearly all punctuation marks sort before or behind all Chinese characters.
 */
export function countFollowers({ count, unitAt }: Followers, units: readonly number[], enough: number): number {
  let found = 0;
  const read = (index: number): number => {
    const unit = unitAt(index);
    if (units.includes(unit)) found++;
    return unit;
  };
  const within = (low: number, lowUnit: number, high: number, highUnit: number): void => {
    if (high - low < 2 || found >= enough || !units.some(unit => unit >= lowUnit && unit <= highUnit)) return;
    if (lowUnit === highUnit) {
      found += high - low - 1;
      return;
    }
    const middle = (low + high) >>> 1;
    const unit = read(middle);
    within(middle, unit, high, highUnit);
    within(low, lowUnit, middle, unit);
  };
  if (count > 0) {
    const last = read(count - 1);
    if (count > 1 && found < enough) within(0, read(0), count - 1, last);
  }
  return Math.min(found, enough);
}
