import Fuse from 'fuse.js';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';

/** Fuse scans linearly and its cost grows with the query: it only sees what shares most character pairs with the query. */
const PREFILTERED = 200;
const MAX_QUERY = 24;
/** Fuse's own scale: 0 is equal, 1 matches anything. */
const THRESHOLD = 0.5;

/** At most `limit` phrases of the lexicon that resemble `phrase`, typing errors included, but are not equal to it; most alike first. */
export function similarPhrases(lexicon: PhraseLexicon, phrase: string, limit: number): string[] {
  const query = phrase.slice(0, MAX_QUERY);
  const candidates = lexicon.sharingMost(query, PREFILTERED).map(({ text }) => text);
  const others = candidates.filter(candidate => candidate !== phrase);
  const fuse = new Fuse(others, { threshold: THRESHOLD, ignoreLocation: true, includeScore: true });
  return fuse.search(query, { limit }).map(result => result.item);
}
