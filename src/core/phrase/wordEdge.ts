import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isAllHan } from '../text/charClass.ts';

/** Number of characters on either side of the place; more are better if the corpus contains them. */
const REACHES = [2, 1];
/** Number of occurrences examined. */
const ASKED = 5;

/** Whether most of some corpus occurrences of the surrounding characters have a word boundary at this place; `true` if there are none. */
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
