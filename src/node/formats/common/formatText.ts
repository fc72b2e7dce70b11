/** Text of a document that is no plain text: what a reader renders, one paragraph a line. */
export interface FormatText {
  readonly text: string;
  readonly title?: string;
}

/** Why a file cannot be read; `message` is Chinese and shown to the user («已加密», «损坏：…»). */
export class FormatError extends Error {
  override readonly name = 'FormatError';
}
