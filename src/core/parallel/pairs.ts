import type { Span } from '../document/span.ts';
import { isClauseEnd, trimClosing } from '../structure/charClass.ts';
import type { ParallelSeries, SeriesMember } from './parallelSeries.ts';

/** Correlatives in the order in which they stand; later words may be missing, the first two may not. */
const CORRELATIVES: readonly (readonly string[])[] = [
  ['既要', '又要', '还要', '更要'],
  ['既', '又', '还'],
  ['既要', '更要'],
  ['既', '更'],
  ['不是', '而是'],
  ['不在于', '而在于'],
  ['不求', '但求'],
  ['不仅要', '而且要'],
  ['不仅', '而且'],
];
/** No pair where not even a first word is. */
const ANY_FIRST = /[既不]/u;
/** Words that begin like a correlative and are none: 既定的目标, 既然如此. */
const FALSE_FRIENDS = ['既定', '既然', '既有', '既得', '既往', '是不是', '不是吗'];

/**
 * Pairs of one sentence: «既立足当前，又着眼长远» → markers 既, 又, members 立足当前, 着眼长远. The second word must begin a clause, or,
 * after a short first member, follow directly («既快又好»). O(length).
 */
export function findPairs(text: string, sentence: Span): ParallelSeries[] {
  const body = text.slice(sentence.start, sentence.end);
  const found: ParallelSeries[] = [];
  if (!ANY_FIRST.test(body)) return found;
  for (const words of CORRELATIVES) {
    let from = 0;
    for (;;) {
      const first = body.indexOf(words[0]!, from);
      if (first < 0) break;
      from = first + words[0]!.length;
      if (
        isFalseFriend(body, first) ||
        found.some(pair => pair.start <= sentence.start + first && sentence.start + first < pair.end)
      )
        continue;
      const places = followers(body, words, first);
      if (places.length < 2) continue;
      found.push(pairOf(text, sentence, words, places));
      from = places.at(-1)!;
    }
  }
  return found;
}

function followers(body: string, words: readonly string[], first: number): number[] {
  const places = [first];
  for (const word of words.slice(1)) {
    const from = places.at(-1)! + words[places.length - 1]!.length + 1;
    let at = body.indexOf(word, from);
    while (
      at >= 0 &&
      !isClauseEnd(body[at - 1]!) &&
      !(places.length === 1 && at - from < SHORT_MEMBER && word === '又')
    )
      at = body.indexOf(word, at + 1);
    if (at < 0 || at - from > LONGEST_MEMBER) break;
    places.push(at);
  }
  return places;
}

const SHORT_MEMBER = 10;
const LONGEST_MEMBER = 80;

function pairOf(text: string, sentence: Span, words: readonly string[], places: readonly number[]): ParallelSeries {
  const members = places.map((place, index): SeriesMember => {
    const start = sentence.start + place + words[index]!.length;
    const next = places[index + 1];
    let end = next === undefined ? start : sentence.start + next;
    if (next === undefined) while (end < sentence.end && !'，；,;。！？：\n'.includes(text[end]!)) end++;
    end = trimClosing(text, start, end);
    return { text: text.slice(start, end), start, end };
  });
  return {
    family: 'pair',
    scope: 'sentence',
    markers: words.slice(0, places.length),
    members,
    frame: `${words.slice(0, places.length).join('…')}…`,
    start: sentence.start + places[0]!,
    end: members.at(-1)!.end,
  };
}

function isFalseFriend(body: string, at: number): boolean {
  return FALSE_FRIENDS.some(word => body.startsWith(word, at) || (at > 0 && body.startsWith(word, at - 1)));
}
