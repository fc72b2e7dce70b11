import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import type { SnippetPiece } from './snippet.ts';

/** Members without a frame that are at most this long are shown as blanks of the same length: «□□□□». */
const LONGEST_DRAWN = 12;

/**
 * A series as a snippet: its markers, its marks and the fixed parts of its frame stay, everything else is blank: «从点滴中积累、从一线中历练» →
 * `从$1中$2、从$3中$4`.
 * @param text the text from `series.start` to `series.end`
 */
export function blanksOfSeries(
  { start, members, frame }: Pick<ParallelSeries, 'start' | 'members' | 'frame'>,
  text: string,
): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  let stops = 0;
  let from = 0;
  for (const member of members) {
    const words = text.slice(member.start - start, member.end - start);
    pieces.push(text.slice(from, member.start - start));
    for (const part of inFrame(words, frame) ?? [{ slot: words }]) {
      if ('fixed' in part) pieces.push(part.fixed);
      else if (frame !== undefined || words.length > LONGEST_DRAWN) pieces.push({ index: ++stops });
      else pieces.push({ index: ++stops, name: '□'.repeat(words.length) });
    }
    from = member.end - start;
  }
  return [...pieces, text.slice(from), { index: 0 }].filter(piece => piece !== '');
}

type FramePart = { readonly fixed: string } | { readonly slot: string };

/** `words` as the alternating fixed parts and slots of `frame`; `undefined` if they do not fit it. */
function inFrame(words: string, frame: string | undefined): readonly FramePart[] | undefined {
  if (frame === undefined) return undefined;
  const parts: FramePart[] = [];
  let from = 0;
  for (const fixed of frame.split('…').filter(part => part !== '')) {
    const at = words.indexOf(fixed, from);
    if (at < 0) return undefined;
    if (at > from) parts.push({ slot: words.slice(from, at) });
    parts.push({ fixed });
    from = at + fixed.length;
  }
  return from < words.length ? [...parts, { slot: words.slice(from) }] : parts;
}
