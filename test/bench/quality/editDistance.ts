/**
 * Levenshtein distance between two texts, in UTF-16 units; at most `limit + 1`, which says «more than `limit`».
 * Only the band around the diagonal that `limit` allows is computed (E. Ukkonen, "Algorithms for Approximate String
 * Matching", Information and Control 64, 1985).
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  const far = limit + 1;
  let previous = new Int32Array(b.length + 1).fill(far);
  let current = new Int32Array(b.length + 1).fill(far);
  for (let j = 0; j <= Math.min(b.length, limit); j++) previous[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(0, i - limit);
    const last = Math.min(b.length, i + limit);
    if (first > 0) current[first - 1] = far;
    for (let j = first; j <= last; j++) {
      const changed = j === 0 ? far : previous[j - 1]! + Number(a[i - 1] !== b[j - 1]);
      const removed = j < i + limit ? previous[j]! + 1 : far;
      const inserted = j > first ? current[j - 1]! + 1 : far;
      current[j] = Math.min(far, changed, removed, inserted);
    }
    [previous, current] = [current, previous];
  }
  return previous[b.length]!;
}
