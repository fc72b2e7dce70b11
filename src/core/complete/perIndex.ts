import type { CorpusIndex } from '../index/corpusIndex.ts';

/** One `T` for each index, made when first asked for, gone with the index. For what is remembered between keystrokes. */
export function perIndex<T>(create: (index: CorpusIndex) => T): (index: CorpusIndex) => T {
  const known = new WeakMap<CorpusIndex, T>();
  return index => {
    let value = known.get(index);
    if (value === undefined) {
      value = create(index);
      known.set(index, value);
    }
    return value;
  };
}
