/** Text of a document that is no plain text: what a reader renders, one paragraph a line. */
export interface FormatText {
  readonly text: string;
  readonly title?: string;
  /**
   * What stands on the page beside the text, for the mark of secrecy (密级) that may be there: page headers and footers, watermarks, and text
   * boxes where their place on the page is not known. Lines, parts of a line set apart by tabs.
   */
  readonly margins?: string;
}

/** What a reader found, without the fields for which it found nothing. */
export function formatText(found: { text: string; title?: string | undefined; margins?: string }): FormatText {
  const { text, title, margins = '' } = found;
  return { text, ...(title !== undefined && { title }), ...(margins.trim() !== '' && { margins }) };
}

/** Why a file cannot be read; `message` is Chinese and shown to the user («已加密», «损坏：…»). */
export class FormatError extends Error {
  override readonly name = 'FormatError';
}
