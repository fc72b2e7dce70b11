import { outline } from '../structure/outline.ts';
import type { SectionFunction } from '../structure/section.ts';
import { formatOrdinal } from '../text/numerals.ts';
import { type SnippetPiece, shownPieces, snippetPieces, snippetText, stopName } from './snippet.ts';

/** A template of a section or of a whole speech, in snippet syntax. */
export interface SpeechTemplate {
  /** The template's name. */
  readonly head: string;
  readonly function?: SectionFunction;
  /** For a section that may be a part of its own, the heading of that part; '' if its first line is a sufficient heading. */
  readonly heading?: string;
  readonly body: string;
}

/** A part of a speech that is being composed: «一、认清形势…» with everything below it, or «最后，再强调几项近期工作。». */
export interface SpeechPart {
  /** The heading without its number. */
  readonly title: string;
  readonly function?: SectionFunction;
  /** Whether the part begins with 一、, which is renumbered. */
  readonly isNumbered: boolean;
  readonly pieces: readonly SnippetPiece[];
  readonly template: SpeechTemplate;
}

/** A template of a whole speech, divided into parts. */
export interface SpeechParts {
  /** Title, date, speaker, salutation and the text that leads up to the first part. */
  readonly head: readonly SnippetPiece[];
  readonly parts: readonly SpeechPart[];
  /** The closing appeal. */
  readonly ending: readonly SnippetPiece[];
}

const number = /^[一二三四五六七八九十]+、/u;
/** «下面，我讲三点意见»: the announced number of parts. */
const announcement = /([讲谈提])[一二两三四五六七八九十]+(点|个方面|条|个问题)/u;
/** The distance between the stop numbers of different templates, so that the stops of several templates do not collide. */
const STOPS_PER_TEMPLATE = 1000;

export function speechParts(template: SpeechTemplate): SpeechParts {
  const pieces = snippetPieces(template.body);
  const text = snippetText(pieces);
  const roots = outline(text);
  const ending = roots.findLast(({ function: name }) => name === '号召结尾')?.start ?? text.length;
  const own = roots.filter(({ function: name, start }) => name !== '称谓' && start < ending);
  const parts = own.map(({ title, start, function: name }, index): SpeechPart => {
    const end = own[index + 1]?.start ?? ending;
    const isNumbered = number.test(title);
    return {
      title: title.replace(number, ''),
      ...(name !== undefined && { function: name }),
      isNumbered,
      pieces: slice(pieces, start, end),
      template,
    };
  });
  const headEnd = own[0]?.start ?? ending;
  return { head: slice(pieces, 0, headEnd), parts, ending: slice(pieces, ending, text.length) };
}

/** Makes a section template a part with a heading of its own. */
export function partOf(template: SpeechTemplate): SpeechPart {
  const { body, heading, head, function: name } = template;
  const pieces = snippetPieces(body);
  const highest = Math.max(...pieces.map(piece => (typeof piece === 'string' ? 0 : piece.index)));
  const title: SnippetPiece[] = heading ? ['一、', { index: highest + 1, name: heading }, '\n'] : [];
  return {
    title: heading || head,
    ...(name !== undefined && { function: name }),
    isNumbered: title.length > 0,
    pieces: [...title, ...pieces, '\n\n'],
    template,
  };
}

/**
 * Composes a speech of `parts`, some of which may come from other templates. The parts are numbered 一、, 二、, 三、, their number is announced,
 * and the stops are numbered in text order.
 *
 * @param variables names of stops that mean the same in every part
 */
export function composeSpeech(
  template: SpeechTemplate,
  parts: readonly SpeechPart[],
  variables: ReadonlySet<string>,
): SnippetPiece[] {
  const own = speechParts(template);
  const numbered = parts.filter(({ isNumbered }) => isNumbered).length;
  let ordinal = 0;
  const body = parts.flatMap((part, index): readonly SnippetPiece[] => {
    const [first, ...rest] = part.pieces;
    const shift = part.template === template ? 0 : STOPS_PER_TEMPLATE * (index + 1);
    const counted =
      part.isNumbered && typeof first === 'string'
        ? [first.replace(number, `${formatOrdinal(++ordinal)}、`), ...rest]
        : part.pieces;
    return counted.map(piece =>
      typeof piece === 'string' || piece.index === 0 ? piece : { ...piece, index: piece.index + shift },
    );
  });
  const head = numbered === 0 ? own.head : own.head.map(piece => announce(piece, numbered));
  return orderStops([...head, ...body, ...own.ending], snippetPieces(template.body), variables);
}

function announce(piece: SnippetPiece, count: number): SnippetPiece {
  if (typeof piece !== 'string') return piece;
  return piece.replace(announcement, `$1${count === 2 ? '两' : formatOrdinal(count)}$2`);
}

/**
 * Numbers the stops in text order, with one number for each variable and `$0` at the end. What `definitions` say about a stop is moved to
 * its first occurrence, since the part that defined it may have been left out.
 */
function orderStops(
  pieces: readonly SnippetPiece[],
  definitions: readonly SnippetPiece[],
  variables: ReadonlySet<string>,
): SnippetPiece[] {
  const said = new Map<number, SnippetPiece>();
  for (const piece of [...pieces, ...definitions]) {
    if (typeof piece === 'string' || (piece.name === undefined && piece.choices === undefined)) continue;
    if (!said.has(piece.index)) said.set(piece.index, piece);
  }
  const numbers = new Map<number | string, number>();
  const ordered = pieces.flatMap((piece): SnippetPiece[] => {
    if (typeof piece === 'string') return [piece];
    if (piece.index === 0) return [];
    const full = said.get(piece.index) ?? piece;
    const name = typeof full === 'string' ? undefined : stopName(full);
    const key = name !== undefined && variables.has(name) ? name : piece.index;
    const known = numbers.get(key);
    if (known !== undefined) return [{ index: known }];
    numbers.set(key, numbers.size + 1);
    return typeof full === 'string' ? [] : [{ ...full, index: numbers.size }];
  });
  return [...ordered, { index: 0 }];
}

/** The pieces that are shown at `[start, end)`. Literal text is cut; a stop belongs to the place where it begins. */
function slice(pieces: readonly SnippetPiece[], start: number, end: number): SnippetPiece[] {
  const shown = shownPieces(pieces);
  let at = 0;
  return pieces.flatMap((piece, index): SnippetPiece[] => {
    const from = at;
    at += shown[index]!.length;
    if (typeof piece !== 'string') return from >= start && from < end ? [piece] : [];
    const text = piece.slice(Math.max(0, start - from), Math.max(0, end - from));
    return text === '' ? [] : [text];
  });
}
