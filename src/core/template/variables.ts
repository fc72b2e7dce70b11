import { type SnippetPiece, stopName } from './snippet.ts';

/** What a draft says once and its templates repeat, by name: 会议名, 讲话人 … */
export type VariableValues = Readonly<Record<string, string>>;

/** `pieces` with the values in the place of the stops named like them, and of those that repeat these. Stops without a value stay. */
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

/** «2026年3月1日», as the date below a title is written. */
export function writtenDate(date: Date): string {
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日`;
}
