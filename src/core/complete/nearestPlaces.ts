import type { Occurrence } from '../index/occurrence.ts';

/** Distances are whole numbers from 0 to this. */
export const FARTHEST = 255;

/** At most `limit` of `places`, in their order: those at the least distance, evenly spread ones of those that are farthest. */
export function nearestPlaces(
  places: readonly Occurrence[],
  limit: number,
  distanceOf: (place: Occurrence) => number,
): readonly Occurrence[] {
  if (places.length <= limit) return places;
  const distances = new Uint8Array(places.length);
  const counts = new Uint16Array(FARTHEST + 1);
  for (let i = 0; i < places.length; i++) {
    distances[i] = distanceOf(places[i]!);
    counts[distances[i]!]!++;
  }
  let farthest = 0;
  let room = limit;
  while (counts[farthest]! < room) room -= counts[farthest++]!;
  // Of those that are farthest as many as there is room for, spread evenly.
  let seen = 0;
  let taken = 0;
  return places.filter((_, i) => {
    if (distances[i] !== farthest) return distances[i]! < farthest;
    const isNext = seen++ === Math.floor((taken * counts[farthest]!) / room);
    if (isNext) taken++;
    return isNext;
  });
}
