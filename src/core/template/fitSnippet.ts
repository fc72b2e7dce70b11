import { numberInserted } from '../numbering/numberInserted.ts';
import type { TextEdit } from '../text/textEdit.ts';
import { type SnippetPiece, shownPieces, snippetBody } from './snippet.ts';
import { fillVariables, type VariableValues } from './variables.ts';

/** A snippet, adapted to a place in a draft. */
export interface FittedSnippet {
  /** Snippet syntax. */
  readonly body: string;
  /** Edits of the text behind the place; offsets are those of that text. */
  readonly after: readonly TextEdit[];
}

/** Fills in the known values, and continues the numbers of the draft in the snippet: after 二、 the snippet's 一、 becomes 三、. */
export function fitSnippet(
  pieces: readonly SnippetPiece[],
  values: VariableValues,
  before: string,
  after: string,
): FittedSnippet {
  const filled = fillVariables(pieces, values);
  const shown = shownPieces(filled);
  const numbers = numberInserted(before, shown.join(''), after);
  return { body: snippetBody(editPieces(filled, shown, numbers.inserted)), after: numbers.after };
}

/**
 * Applies edits of the shown text to the pieces it consists of. An edit that reaches into a stop is left out, because a stop belongs to the
 * writer.
 */
function editPieces(
  pieces: readonly SnippetPiece[],
  shown: readonly string[],
  edits: readonly TextEdit[],
): SnippetPiece[] {
  let from = 0;
  return pieces.map((piece, index) => {
    const start = from;
    from += shown[index]!.length;
    if (typeof piece !== 'string') return piece;
    const own = edits.filter(edit => edit.start >= start && edit.end <= from);
    return own.reduceRight(
      (text, edit) => text.slice(0, edit.start - start) + edit.newText + text.slice(edit.end - start),
      piece,
    );
  });
}
