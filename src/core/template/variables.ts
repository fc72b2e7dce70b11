import { type SnippetPiece, stopName } from './snippet.ts';

/** Values that are stated once for a draft and repeated by its templates, by name: 会议名, 讲话人 … */
export type VariableValues = Readonly<Record<string, string>>;

/** `pieces` with values in place of the stops of the same name, and of the stops that repeat those. Stops without a value stay. */
export function fillVariables(pieces: readonly SnippetPiece[], values: VariableValues): SnippetPiece[] {
  const filled = new Map<number, string>();
  for (const piece of pieces) {
    if (typeof piece === 'string') continue;
    const name = stopName(piece);
    if (name === undefined || !Object.hasOwn(values, name)) continue;
    const value = values[name]!;
    if (value !== '') filled.set(piece.index, value);
  }
  return pieces.map(piece => (typeof piece === 'string' ? piece : (filled.get(piece.index) ?? piece)));
}

/** A date as it is written below a title: «2026年3月1日». */
export function writtenDate(date: Date): string {
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
}
