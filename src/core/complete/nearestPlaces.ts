import type { Occurrence } from '../index/occurrence.ts';
import type { PlaceList } from '../index/placeList.ts';

/** Distances are whole numbers from 0 to this. */
export const FARTHEST = 255;

/** How many places are as far as that, and the distance of each: overwritten by each call, of which a keystroke makes four. */
const counts = new Uint16Array(FARTHEST + 1);
let distances = new Uint8Array(0);

/** At most `limit` of `places`, in their order: those at the least distance, evenly spread ones of those that are farthest. */
export function nearestPlaces(
  places: PlaceList,
  limit: number,
  ranking: { distance(segment: number, position: number): number },
): readonly Occurrence[] {
  if (places.length <= limit) return places.toArray();
  if (distances.length < places.length) distances = new Uint8Array(places.length);
  counts.fill(0);
  for (let i = 0; i < places.length; i++) {
    const distance = ranking.distance(places.segment(i), places.position(i));
    distances[i] = distance;
    counts[distance]!++;
  }
  let farthest = 0;
  let room = limit;
  while (counts[farthest]! < room) room -= counts[farthest++]!;
  const nearest: Occurrence[] = [];
  // Of those that are farthest as many as there is room for, spread evenly.
  let seen = 0;
  let taken = 0;
  for (let i = 0; i < places.length; i++) {
    if (distances[i]! > farthest) continue;
    if (distances[i] === farthest) {
      if (seen++ !== Math.floor((taken * counts[farthest]!) / room)) continue;
      taken++;
    }
    nearest.push(places.at(i));
  }
  return nearest;
}
