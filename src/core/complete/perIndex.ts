import type { CorpusIndex } from '../index/corpusIndex.ts';

/** Makes one `T` for each index when it is first asked for; it goes when the index goes. For what is remembered between keys. */
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
