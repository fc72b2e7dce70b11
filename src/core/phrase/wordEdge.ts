import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isAllHan } from '../text/charClass.ts';

/** Characters on either side of the place, the more the better if the corpus has them. */
const REACHES = [2, 1];
/** Occurrences asked. */
const ASKED = 5;

/** Whether the corpus parts words at a place of a draft, in most of some occurrences of the characters around it; `true` where it does not tell. */
export function isWordEdge(index: CorpusIndex, text: string, at: number): boolean {
  for (const reach of REACHES) {
    const around = text.slice(Math.max(0, at - reach), at + reach);
    if (around.length < 2 * reach || !isAllHan(around)) continue;
    const places = index.matches.sample(index.matches.of(around), ASKED);
    if (places.length === 0) continue;
    return places.filter(place => index.text.isWordStart(place, reach)).length * 2 >= places.length;
  }
  return true;
}
