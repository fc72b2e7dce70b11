import type { Provenance } from '../document/provenance.ts';
import type { Span } from '../text/span.ts';

/** The source of a card's text, as it was known when the card was made. */
export interface CardSource {
  /** Title of the speech. */
  readonly title: string;
  readonly path?: string;
  readonly speaker?: string;
  readonly occasion?: string;
  readonly date?: string;
  /** Titles of the sections that contain the text, outermost first, joined by « › ». */
  readonly section?: string;
  /** The person whom the speech quotes there. */
  readonly attributedTo?: string;
}

/** What a user keeps: a stretch of text with tags, a note and its source. */
export interface CardContent {
  readonly text: string;
  readonly tags: readonly string[];
  readonly note?: string;
  /** The day on which it was kept, `YYYY-MM-DD`. */
  readonly kept?: string;
  /** Absent if the text is the user's own. */
  readonly source?: CardSource;
}

/** A card as read from its file. */
export interface Card extends CardContent {
  /** Opaque. It begins with `card:`, which no document's id does. */
  readonly id: string;
  readonly path: string;
  /** Offset of `text` in the decoded file. */
  readonly textStart: number;
}

/** The cards of a folder. */
export interface CardStore {
  /** The cards as they were last read. */
  readonly cards: readonly Card[];
  /** Reads the folder again. */
  refresh(): readonly Card[];
  /** Writes a new card, dated today. @throws the system's error if the file cannot be written */
  add(content: Omit<CardContent, 'kept'>): Card;
}

/** What is shown in place of a source for a card that has none. */
const OWN_TITLE = '用户自建';

/** The provenance of a stretch of a card's text: the source is the card's, place and path are those of the card's own file. */
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

/** The part of a provenance that a card stores. */
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
