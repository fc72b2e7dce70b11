import { textOf } from '../text/units.ts';
import type { SuffixSearch } from './reading/suffixSearch.ts';

/**
 * The texts of two units and more that occur in at least `least` rows of the table in memory, that is at some `least` times 64 places, as
 * far as the table contains them, in ascending order. Reads no file.
 */
export function* frequentTexts(
  search: SuffixSearch,
  least: number,
  beginning: readonly number[] = [],
): Generator<string> {
  const followers = search.tabledFollowers(Uint16Array.from(beginning), least);
  if (followers === undefined) return;
  const { count, unitAt } = followers;
  for (let from = 0; from < count; ) {
    const unit = unitAt(from);
    let to = from + 1;
    while (to < count && unitAt(to) === unit) to++;
    if (to - from >= least) {
      const text = [...beginning, unit];
      if (text.length > 1) yield textOf(Uint16Array.from(text));
      yield* frequentTexts(search, least, text);
    }
    from = to;
  }
}
