import { textOf } from '../text/units.ts';
import type { SuffixSearch } from './reading/suffixSearch.ts';

/**
 * The texts of two units or more that begin at least `least` rows of the top table, in ascending order. Every 64th
 * suffix is a row, so these texts occur at some `least` × 64 places or more. Texts longer than what the table knows of
 * a row are missing. Reads no file.
 * @param beginning units that all the texts begin with
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
