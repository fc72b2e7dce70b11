import { emptyTally, type Tally, walkedParagraphs } from '../walk.ts';
import type { CorpusText } from './corpusText.ts';

/**
 * What an engine could save that knew the future but has only the corpus to say it with: after each typed character, the
 * longest text from that character on that occurs in the corpus is accepted with one key.
 */
export function oracleWalk(draft: string, corpus: CorpusText, maxCharacters?: number): Tally {
  const tally = { ...emptyTally };
  for (const { start, end } of walkedParagraphs(draft, maxCharacters)) {
    tally.characters += end - start;
    for (let at = start; at < end; ) {
      const added = corpus.longest(draft, at, end) - 1;
      tally.cost++;
      at++;
      if (added - 1 < 1) continue;
      tally.cost++;
      tally.accepted++;
      tally.acceptedUnits += added;
      at += added;
    }
  }
  return tally;
}
