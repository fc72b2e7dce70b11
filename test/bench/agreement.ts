import type { GroupFigures, Peer, PhraseGroup } from './peers/peer.ts';

/**
 * Throws unless `peer` counted what `ours` counted, phrase by phrase, as far as it was asked.
 * @returns on how many phrases the two agree, and how many occurrences these have
 */
export function assertAgreement(
  peer: Peer,
  theirs: readonly GroupFigures[],
  ours: readonly GroupFigures[],
  groups: readonly PhraseGroup[],
): { readonly phrases: number; readonly occurrences: number } {
  let compared = 0;
  let occurrences = 0;
  for (const [g, group] of groups.entries()) {
    for (const [i, count] of (theirs[g]?.counts ?? []).entries()) {
      const phrase = group.phrases[i]!;
      const expected = ours[g]!.counts[i];
      if (expected === undefined || (peer.skipsOverlaps && overlapsItself(phrase))) continue;
      if (count !== expected)
        throw new Error(`${phrase}: ${peer.name} counts ${count} occurrences, jianggao ${expected}`);
      compared++;
      occurrences += count;
    }
  }
  return { phrases: compared, occurrences };
}

/** Whether two occurrences can share characters: «高高» in «高高高». */
function overlapsItself(phrase: string): boolean {
  for (let length = 1; length < phrase.length; length++) if (phrase.endsWith(phrase.slice(0, length))) return true;
  return false;
}
