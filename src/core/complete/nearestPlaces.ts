import type { Occurrence } from '../index/occurrence.ts';
import type { PlaceList } from '../index/placeList.ts';

/** Distances are whole numbers, at most this. */
const FARTHEST = 255;

/** The number of places at each distance, and the distance of each place. Each call overwrites them; a key makes four calls. */
const counts = new Uint16Array(FARTHEST + 1);
let distances = new Uint8Array(0);

/** How far places are from the draft. */
export interface PlaceDistances {
  /** The part of the distance that is quickly told. The place is at most `MOST_MORE` farther. */
  least(segment: number, position: number): number;
  /** The rest of the distance, 0 to `MOST_MORE`. */
  more(segment: number, position: number): number;
}

export const MOST_MORE = 1;

/**
 * At most `limit` of `places`, in their order: those at the least distances. Of the places at the greatest distance
 * that is taken, evenly spread ones.
 */
export function nearestPlaces(places: PlaceList, limit: number, ranking: PlaceDistances): readonly Occurrence[] {
  if (places.length <= limit) return places.toArray();
  if (distances.length < places.length) distances = new Uint8Array(places.length);
  counts.fill(0);
  for (let i = 0; i < places.length; i++) {
    distances[i] = ranking.least(places.segment(i), places.position(i));
    counts[distances[i]!]!++;
  }
  // No place is chosen that is farther than this at least.
  const reach = farthestOf(limit).distance + MOST_MORE;
  counts.fill(0);
  for (let i = 0; i < places.length; i++) {
    if (distances[i]! > reach) continue;
    distances[i]! += ranking.more(places.segment(i), places.position(i));
    counts[distances[i]!]!++;
  }
  const { distance: farthest, room } = farthestOf(limit);
  const nearest: Occurrence[] = [];
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

/** The distance of the farthest of the `limit` nearest places, by `counts`, and how many places at that distance there is room for. */
function farthestOf(limit: number): { readonly distance: number; readonly room: number } {
  let distance = 0;
  let room = limit;
  while (counts[distance]! < room) room -= counts[distance++]!;
  return { distance, room };
}
