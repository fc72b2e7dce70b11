import { RecentMap } from '../collections/recentMap.ts';
import { ATTRIBUTION_REACH, attributionAt, mayBeQuoted } from '../document/attribution.ts';
import type { KwicLine, Provenance } from '../document/provenance.ts';
import { textOf } from '../text/units.ts';
import type { CorpusDocuments } from './corpusDocuments.ts';
import { DOCUMENT_SEPARATOR } from './format/segmentFormat.ts';
import type { Occurrence } from './occurrence.ts';
import type { Segment } from './reading/segment.ts';

/** Context on either side of a concordance line, in UTF-16 units. */
const KWIC_CONTEXT = 40;
const MAX_REMEMBERED = 64;

/** The sources of occurrences, and the concordance lines that show them. */
export class Provenances {
  readonly #segments: readonly Segment[];
  readonly #documents: CorpusDocuments;
  readonly #last = new RecentMap<string, Provenance>(MAX_REMEMBERED);

  constructor(segments: readonly Segment[], documents: CorpusDocuments) {
    this.#segments = segments;
    this.#documents = documents;
  }

  /**
   * The source of the `length` units at `occurrence`. The latest answers are remembered, since the same row of a list
   * is offered key after key.
   */
  of(occurrence: Occurrence, length: number): Provenance {
    const key = `${occurrence.segment} ${occurrence.position} ${length}`;
    return this.#last.getOrMake(key, () => this.#read(occurrence, length));
  }

  #read(occurrence: Occurrence, length: number): Provenance {
    const segment = this.#segments[occurrence.segment]!;
    const place = { segment: occurrence.segment, document: segment.documentAt(occurrence.position) };
    const { id, path, title, metadata } = this.#documents.head(place);
    const documentStart = segment.documentStarts[place.document]!;
    const span = { start: occurrence.position - documentStart, end: occurrence.position - documentStart + length };
    const raw = this.#documents.rawSpan(place, span);
    const attributedTo = speakerAt(segment, occurrence.position, span.start);
    const { speaker, occasion, date } = metadata;
    const variantOf = this.#documents.variantOf(place);
    return {
      documentId: id,
      path,
      title,
      ...(speaker !== undefined && { speaker }),
      ...(occasion !== undefined && { occasion }),
      ...(date !== undefined && { date }),
      sectionPath: this.#documents.sectionPath(place, span.start),
      start: span.start,
      end: span.end,
      rawStart: raw.start,
      rawEnd: raw.end,
      ...(attributedTo !== undefined && { attributedTo }),
      ...(variantOf !== undefined && { variantOf }),
    };
  }

  /** The occurrence as a line of a concordance; the context ends with the paragraph. */
  kwicLine(occurrence: Occurrence, length: number): KwicLine {
    return {
      ...this.of(occurrence, length),
      before: this.#before(occurrence),
      match: this.#segments[occurrence.segment]!.text(occurrence.position, length),
      after: this.#after(occurrence, length),
    };
  }

  #before({ segment, position }: Occurrence): string {
    const length = Math.min(KWIC_CONTEXT, position);
    const before = this.#segments[segment]!.text(position - length, length);
    return before.slice(lastBreak(before) + 1);
  }

  #after({ segment, position }: Occurrence, length: number): string {
    const after = this.#segments[segment]!.text(position + length, KWIC_CONTEXT);
    return after.slice(0, firstBreak(after));
  }
}

/** Who is quoted at `position` of a segment, which is the unit `offset` of its document. */
function speakerAt(segment: Segment, position: number, offset: number): string | undefined {
  const reach = Math.min(offset, ATTRIBUTION_REACH);
  const before = segment.search.units(position - reach, reach);
  return mayBeQuoted(before) ? attributionAt(textOf(before), { start: reach, end: reach }) : undefined;
}

function isBreak(unit: string): boolean {
  return unit === '\n' || unit.charCodeAt(0) === DOCUMENT_SEPARATOR;
}

function firstBreak(text: string): number {
  let at = 0;
  while (at < text.length && !isBreak(text[at]!)) at++;
  return at;
}

function lastBreak(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !isBreak(text[at]!)) at--;
  return at;
}
