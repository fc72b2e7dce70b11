/** A text that may come next. */
export interface Candidate {
  readonly text: string;
  readonly probability: number;
}

const LIST_LENGTH = 5;

/** The texts that together are expected to save most keys, chosen one by one; the longest right one is accepted. */
export function chooseGreedily(candidates: readonly Candidate[]): string[] {
  const chosen: Candidate[] = [];
  while (chosen.length < LIST_LENGTH) {
    let best: Candidate | undefined;
    let bestGain = 0;
    for (const candidate of candidates) {
      const gain = gainOf(candidate, chosen);
      if (gain > bestGain) [best, bestGain] = [candidate, gain];
    }
    if (best === undefined) break;
    chosen.push(best);
  }
  return chosen.map(({ text }) => text);
}

/** Where a longer chosen text is right this one is not needed; where it is right, a shorter chosen one saved its part. */
function gainOf({ text, probability }: Candidate, chosen: readonly Candidate[]): number {
  const longer = chosen.filter(other => other.text.startsWith(text));
  const covered = longer
    .filter(other => !longer.some(third => third !== other && other.text.startsWith(third.text)))
    .reduce((total, other) => total + other.probability, 0);
  const saved = Math.max(0, ...chosen.filter(other => text.startsWith(other.text)).map(other => other.text.length - 1));
  return (probability - covered) * (text.length - 1 - saved);
}
