// The snippet syntax of the editor, as far as ours use it: `$1`, `${1}`, `${1:text}`, `${1|a,b|}`, `\$ \} \\`.

import { escapeSnippet } from '../text/escapeSnippet.ts';

export interface SnippetStop {
  readonly index: number;
  /** What is shown until something is typed: `【会议名】` for a stop that must be filled in, plain words for one that may stay as it is. */
  readonly name?: string;
  readonly choices?: readonly string[];
}

/** A snippet is a sequence of literal text and stops. */
export type SnippetPiece = string | SnippetStop;

interface ParsedSnippet {
  readonly stops: readonly SnippetStop[];
  /** The text as it looks when inserted, with `＿＿` for an empty stop. */
  readonly text: string;
  /** Offsets in the body of each `$` and `}` that is not part of valid syntax. */
  readonly strays: readonly number[];
}

const blank = '＿＿';
const prompt = /^【([^【】]+)】$/u;
const token =
  /\\([\\$}|,])|\$(\d+)|\$\{(\d+)\}|\$\{(\d+)\|((?:\\.|[^|\\])+)\|\}|\$\{(\d+):((?:\\.|[^\\${}])*)\}|([$}])/gu;

/** Parses a snippet: «从$1中${2|激发,增添|}动力» becomes «从＿＿中激发动力» with two stops. */
export function parseSnippet(body: string): ParsedSnippet {
  const { pieces, strays } = read(body);
  return { stops: pieces.filter(piece => typeof piece !== 'string'), text: snippetText(pieces), strays };
}

export function snippetPieces(body: string): SnippetPiece[] {
  return read(body).pieces;
}

/** The text of each piece as it looks when inserted. A stop that repeats another shows the same text. */
export function shownPieces(pieces: readonly SnippetPiece[]): string[] {
  const texts = new Map<number, string>();
  for (const piece of pieces) {
    if (typeof piece === 'string' || texts.has(piece.index)) continue;
    const own = piece.choices?.[0] ?? piece.name;
    if (own !== undefined && own !== '') texts.set(piece.index, own);
  }
  return pieces.map(piece =>
    typeof piece === 'string' ? piece : (texts.get(piece.index) ?? (piece.index === 0 ? '' : blank)),
  );
}

/** The name of a stop: `【会议名】` and `会议名` have the same one. */
export function stopName({ name }: SnippetStop): string | undefined {
  return name === undefined ? undefined : (prompt.exec(name)?.[1] ?? name);
}

/** The stops of `pieces` that must be filled in, as they are shown until then: `【会议名】`. */
export function promptsOf(pieces: readonly SnippetPiece[]): string[] {
  return pieces.flatMap(piece =>
    typeof piece !== 'string' && piece.name !== undefined && prompt.test(piece.name) ? [piece.name] : [],
  );
}

export function snippetText(pieces: readonly SnippetPiece[]): string {
  return shownPieces(pieces).join('');
}

/** The body of `pieces` in snippet syntax. */
export function snippetBody(pieces: readonly SnippetPiece[]): string {
  return pieces.map(piece => (typeof piece === 'string' ? escapeSnippet(piece) : stopBody(piece))).join('');
}

function stopBody({ index, name, choices }: SnippetStop): string {
  if (choices !== undefined) {
    return `\${${index}|${choices.map(choice => choice.replace(/[\\,|]/gu, '\\$&')).join(',')}|}`;
  }
  return name === undefined ? `\${${index}}` : `\${${index}:${escapeSnippet(name)}}`;
}

function read(body: string): { pieces: SnippetPiece[]; strays: number[] } {
  const pieces: SnippetPiece[] = [];
  const strays: number[] = [];
  const add = (text: string): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
    else pieces.push(text);
  };
  let from = 0;
  for (const match of body.matchAll(token)) {
    const [whole, escaped, bare, braced, choiceIndex, choiceText, namedIndex, name, stray] = match;
    add(body.slice(from, match.index));
    from = match.index + whole.length;
    if (escaped !== undefined) add(escaped);
    else if (stray !== undefined) {
      strays.push(match.index);
      add(stray);
    } else if (choiceIndex !== undefined) {
      pieces.push({ index: Number(choiceIndex), choices: splitChoices(choiceText!) });
    } else {
      const index = Number(bare ?? braced ?? namedIndex);
      pieces.push(name === undefined ? { index } : { index, name: name.replace(/\\(.)/gu, '$1') });
    }
  }
  add(body.slice(from));
  return { pieces, strays };
}

function splitChoices(text: string): string[] {
  return text.split(/(?<!\\),/u).map(choice => choice.replace(/\\(.)/gu, '$1'));
}
