/**
 * Where a stretch of text comes from. One shape for completion, hover, look-up and overlap.
 * `start`/`end` are clean offsets in the document, `rawStart`/`rawEnd` offsets in the decoded raw file; UTF-16, half-open.
 */
export interface Provenance {
  readonly documentId: string;
  readonly path: string;
  readonly title: string;
  readonly speaker?: string;
  readonly occasion?: string;
  readonly date?: string;
  /** Titles of the sections that hold the stretch, outermost first. */
  readonly sectionPath: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly rawStart: number;
  readonly rawEnd: number;
  /** Who the document quotes here: in «习近平总书记强调，要…» it is «习近平总书记». */
  readonly attributedTo?: string;
  /** Id of the document that this one is a copy of, with small changes; the two count as one speech. */
  readonly variantOf?: string;
  /** The text is that of a card the user has made; title, speaker and date are those the card names. */
  readonly isCard?: true;
}

/** A line of a concordance (key word in context): one occurrence with the text on either side, within its paragraph. */
export interface KwicLine extends Provenance {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}
