import type { Provenance } from '../document/provenance.ts';
import type { Span } from '../text/span.ts';

/** Where the text of a card was taken from, as it was known when the card was made. */
export interface CardSource {
  /** Title of the speech. */
  readonly title: string;
  readonly path?: string;
  readonly speaker?: string;
  readonly occasion?: string;
  readonly date?: string;
  /** Titles of the sections it stood in, outermost first, joined by « › ». */
  readonly section?: string;
  /** Whom the speech quotes there. */
  readonly attributedTo?: string;
}

/** What a user has kept: a stretch of text with tags, a note and its source. */
export interface CardContent {
  readonly text: string;
  readonly tags: readonly string[];
  readonly note?: string;
  /** The day it was kept, `YYYY-MM-DD`. */
  readonly kept?: string;
  /** Absent where the text is the user's own. */
  readonly source?: CardSource;
}

/** A card as its file has it. */
export interface Card extends CardContent {
  /** Opaque; begins with `card:`, as no document's id does. */
  readonly id: string;
  readonly path: string;
  /** Offset of `text` in the decoded file. */
  readonly textStart: number;
}

/** The cards of a folder. */
export interface CardStore {
  /** As they were when last read. */
  readonly cards: readonly Card[];
  /** Reads the folder anew. */
  refresh(): readonly Card[];
  /** Writes a new file, as kept today. @throws the system's error where that cannot be */
  add(content: Omit<CardContent, 'kept'>): Card;
}

/** Shown in place of a source where a card has none. */
const OWN_TITLE = '用户自建';

/** The source of a stretch of a card's text: that of the card. Place and path are those of the card's own file. */
export function cardProvenance({ id, path, textStart, source }: Card, { start, end }: Span): Provenance {
  const { speaker, occasion, date, attributedTo } = source ?? {};
  return {
    documentId: id,
    path,
    title: source?.title ?? OWN_TITLE,
    ...(speaker !== undefined && { speaker }),
    ...(occasion !== undefined && { occasion }),
    ...(date !== undefined && { date }),
    ...(attributedTo !== undefined && { attributedTo }),
    sectionPath: source?.section === undefined ? [] : [source.section],
    start,
    end,
    rawStart: textStart + start,
    rawEnd: textStart + end,
    isCard: true,
  };
}

/** The part of a provenance that a card keeps. */
export function cardSource({
  title,
  path,
  speaker,
  occasion,
  date,
  sectionPath,
  attributedTo,
}: Provenance): CardSource {
  return {
    title,
    path,
    ...(speaker !== undefined && { speaker }),
    ...(occasion !== undefined && { occasion }),
    ...(date !== undefined && { date }),
    ...(sectionPath.length > 0 && { section: sectionPath.join(' › ') }),
    ...(attributedTo !== undefined && { attributedTo }),
  };
}
