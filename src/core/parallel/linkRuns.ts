import { chainLink, commonPrefix, commonSuffix, LONGEST_LINK } from './frames.ts';
import type { Item } from './items.ts';
import { firstUnits, lastUnits, type Match, type Matcher } from './members.ts';

/** «以学促研»: what takes up a single unit is as short as this. */
const LONGEST_SINGLE_LINK = 5;

/** 目标任务化、任务清单化、清单责任化. */
export const chain: Matcher = items => {
  const head = items[0];
  const second = items[1];
  if (!head || !second || second.text.length < 3 || second.text.length > LONGEST_LINK) return undefined;
  const peeled = Math.max(0, head.text.length - second.text.length);
  if (second.text.length - head.text.length > 1) return undefined;
  const mayHinge = head.text.charCodeAt(head.text.length - 1) === second.text.charCodeAt(0);
  if (mayHinge && isHinged(lastUnits(head, second.text.length).text, second.text)) return hinged(items);
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

/** 学有所思、思有所得: the same inside, and the second begins with what the first ends with. */
function isHinged(a: string, b: string): boolean {
  return b.length > 2 && a.at(-1) === b[0] && a[0] !== b.at(-1) && a.slice(1, -1) === b.slice(1, -1);
}

function hinged([head, second, ...others]: readonly Item[]): Match {
  const members = [lastUnits(head!, second!.text.length), second!];
  for (const item of others) {
    const next = firstUnits(item, second!.text.length);
    if (!isHinged(members.at(-1)!.text, next.text)) break;
    members.push(next);
  }
  return { family: 'chain', members, frame: `…${second!.text.slice(1, -1)}…` };
}

/** 重点抓、抓重点 and 盯着干、干着盯: the second is the first with its halves exchanged. */
export const reversal: Matcher = items => {
  const whole = items[0]?.text ?? '';
  const second = items[1]?.text ?? '';
  if (second.length < 2 || second.length > 12 || whole.length < second.length) return undefined;
  if (!whole.includes(second[0]!, whole.length - second.length)) return undefined;
  const first = lastUnits(items[0]!, second.length);
  if (first.text === second || !(`${first.text}${first.text}`.includes(second) || isMirrored(first.text, second)))
    return undefined;
  return { family: 'reversal', members: [first, items[1]!] };
};

function isMirrored(a: string, b: string): boolean {
  return a.length > 2 && a[0] === b.at(-1) && a.at(-1) === b[0] && a.slice(1, -1) === b.slice(1, -1);
}
