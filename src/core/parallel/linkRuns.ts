import { chainLink, commonPrefix, commonSuffix, LONGEST_LINK } from './frames.ts';
import { firstUnits, lastUnits, type Matcher } from './members.ts';

/** «以学促研»: what takes up a single unit is as short as this. */
const LONGEST_SINGLE_LINK = 5;

/** 目标任务化、任务清单化、清单责任化. */
export const chain: Matcher = items => {
  const [head, second] = items;
  if (!head || !second || second.text.length < 3 || second.text.length > LONGEST_LINK) return undefined;
  const peeled = Math.max(0, head.text.length - second.text.length);
  if (second.text.length - head.text.length > 1) return undefined;
  const link = chainLink(head.text, second.text, peeled);
  if (link === '' || (link.length === 1 && second.text.length > LONGEST_SINGLE_LINK)) return undefined;
  const first = lastUnits(head, second.text.length);
  const prefix = commonPrefix(first.text, second.text);
  const suffix = commonSuffix(first.text, second.text);
  // Nothing else in common: «出路决定命运» after «思路决定出路» is a chain, a word that merely returns is not.
  if (prefix === '' && suffix === '' && (first !== head || first.text.length !== second.text.length)) return undefined;
  let to = 1;
  while (to + 1 < items.length) {
    const next = firstUnits(items[to + 1]!, Math.max(items[to]!.text.length, second.text.length));
    if (chainLink(items[to]!.text, next.text) === '') break;
    to++;
  }
  const members = [first, ...items.slice(1, to), firstUnits(items[to]!, second.text.length + 1)];
  return { family: 'chain', members, frame: `${prefix}…${suffix}` };
};

/** 盯着干、干着盯: the second is the first with its halves exchanged. */
export const reversal: Matcher = items => {
  const whole = items[0]?.text ?? '';
  const second = items[1]?.text ?? '';
  if (second.length < 2 || second.length > 12 || whole.length < second.length) return undefined;
  if (!whole.includes(second[0]!, whole.length - second.length)) return undefined;
  const first = lastUnits(items[0]!, second.length);
  if (first.text === second || !`${first.text}${first.text}`.includes(second)) return undefined;
  return { family: 'reversal', members: [first, items[1]!] };
};
