/** Puts `values` at the beginning of `into`, which has room for them and more, and returns it: an array that grows. */
export function copied<T extends { set(values: T): void }>(values: T, into: T): T {
  into.set(values);
  return into;
}
