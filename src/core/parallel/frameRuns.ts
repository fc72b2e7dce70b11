import { fits, fitsOrSibling, framesFor, peelTo, refined } from './frames.ts';
import { withoutGoverned } from './governing.ts';
import { fromUnit, LOOSE, longest, type Matcher, shortest } from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';

/** The greatest difference in length between members of a frame, by whether it has a single fixed part. */
const mostDifference = (isSingle: boolean, least: number): number => Math.max(isSingle ? 4 : 10, least / 2);
const PEEL_SLACK = 6;

/** Matches a frame of `frames.ts` with at least two members: 从点滴中积累、从一线中历练、在难处中成长. */
export const knownFrame: Matcher = (items, separator) => {
  const first = items[0];
  const second = items[1];
  if (!first || !second) return undefined;
  for (const pattern of framesFor(second.text)) {
    if (!fits(second.text, pattern)) continue;
    const isSingle = pattern.parts.length === 1;
    const slack = Math.max(isSingle ? LOOSE : PEEL_SLACK, second.text.length / 4);
    const at = fitsOrSibling(first.text, pattern)
      ? 0
      : peelTo(first.text, pattern, second.text.length - slack, second.text.length + slack);
    if (at < 0) continue;
    const members: SeriesMember[] = [fromUnit(first, at), second];
    for (let index = 2; index < items.length && fitsOrSibling(items[index]!.text, pattern); index++)
      members.push(items[index]!);
    if (separator === '、') members.push(withoutGoverned(members.pop()!, members[0]!.text.length));
    // «对口支援、对口合作»: two words that happen to begin alike.
    if (isSingle && members.length === 2 && longest(members) <= 4 && first.text[at + 1] === second.text[1]) continue;
    if (longest(members) - shortest(members) > mostDifference(isSingle, shortest(members))) continue;
    return { family: 'frame', members, frame: refined(pattern, members) };
  }
  return undefined;
};
