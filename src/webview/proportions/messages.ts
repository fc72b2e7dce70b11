// What the host and the page of the proportions view say to each other.

/** One section, as texts in the user's language. */
export interface ProportionRow {
  readonly title: string;
  /** 0 for the sections of the outline, 1 for theirs. */
  readonly depth: number;
  /** Of the whole draft, 0…1. */
  readonly share: number;
  /** «620字 · 约3分钟 · 38%» */
  readonly figures: string;
  /** «肯定成绩» */
  readonly function?: string;
}

export type ToProportions =
  | { readonly type: 'show'; readonly heading: string; readonly note: string; readonly rows: readonly ProportionRow[] }
  /** The caret is in the section of this row, in none where it is -1. */
  | { readonly type: 'caret'; readonly row: number };

/** Wants to go to the section of a row. */
export interface FromProportions {
  readonly type: 'open';
  readonly row: number;
}

export function readFromProportions(message: unknown): FromProportions | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, row } = message as Partial<Record<keyof FromProportions, unknown>>;
  return type === 'open' && Number.isSafeInteger(row) ? { type, row: row as number } : undefined;
}
