/** One piece of a query. */
export type Element =
  /** These units, as they stand in the clean text. */
  | { readonly kind: 'text'; readonly text: string }
  /** `?`: one Han character, letter or digit. */
  | { readonly kind: 'character' }
  /** `~`: 1 to `MAX_GAP` characters of one clause, as few as will do. */
  | { readonly kind: 'gap' }
  /** `(` and `)`. */
  | { readonly kind: 'open' | 'close'; readonly group: number }
  /** `\1`: what the group held, once more. */
  | { readonly kind: 'back'; readonly group: number }
  /** `A`: one Han character; the same one wherever the letter stands, another one for every other letter. */
  | { readonly kind: 'variable'; readonly letter: number; readonly isFirst: boolean };

/** A parsed query: its elements in the order in which they are matched. */
export type Pattern = readonly Element[];

/** Number of characters that a gap may stand for. */
export const MAX_GAP = 12;
export const MAX_GAPS = 4;
export const MAX_GROUPS = 9;
export const MAX_QUERY = 100;

/** An invalid query. The message is for the user and names the place. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  /** Place in the query, in UTF-16 units. */
  readonly position: number;

  constructor(position: number, message: string) {
    super(message);
    this.position = position;
  }
}
