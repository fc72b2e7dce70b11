import { attributionAt } from '../document/attribution.ts';
import { type OffsetMap, toRawSpan } from '../document/cleanText.ts';
import type { KwicLine, Provenance } from '../document/provenance.ts';
import type { Span } from '../document/span.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import { sectionPath } from '../structure/outline.ts';
import { ContextMatches } from './contextMatches.ts';
import type { Occurrence } from './occurrence.ts';
import { patternOf, type Segment } from './segment.ts';
import { DOCUMENT_SEPARATOR } from './segmentFormat.ts';
import type { StoredDocument } from './storedDocument.ts';
import type { SuffixInterval } from './suffixSearch.ts';

/** All places of one text: an interval of suffixes per segment. */
export interface Match {
  readonly intervals: readonly SuffixInterval[];
  /** Occurrences, those of deleted documents included: an upper bound, exact while nothing is deleted. */
  readonly size: number;
}

/** Occurrences of a text and the speeches that have it. */
export interface Frequency {
  readonly occurrences: number;
  readonly documents: number;
}

/** Of more occurrences than this, speeches are counted in an even sample. */
const MAX_COUNTED = 4096;
const CACHED_FREQUENCIES = 4096;
/** Documents whose records are kept decoded. */
const CACHED_DOCUMENTS = 256;
/** How far before an occurrence the words that introduce a quotation are looked for. */
const ATTRIBUTION_REACH = 400;
/** Units of context on either side of a concordance line. */
const KWIC_CONTEXT = 40;

/** A document of the index, with the way to its clean text and back to its raw one. */
export interface FoundDocument {
  readonly stored: StoredDocument;
  text(): string;
  /** Raw range of a clean span within the document. */
  rawSpan(span: Span): Span;
}

interface DecodedDocument {
  readonly stored: StoredDocument;
  readonly offsets: OffsetMap;
}

/** The whole corpus: its segments, less the documents deleted since they were written. */
export class CorpusIndex {
  readonly segments: readonly Segment[];
  readonly #deleted: ReadonlyArray<ReadonlySet<number>>;
  /** Document → the document that stands for its group of variants, by key; those that stand for themselves are not in it. */
  readonly #representative = new Map<number, number>();
  readonly #cache = new Map<number, DecodedDocument>();
  #endings: ContextMatches | undefined;
  readonly #frequencies = new Map<string, Frequency>();
  #byId: Map<string, { readonly segment: number; readonly document: number }> | undefined;

  /** @param variants groups of documents that are one speech: [index into `parts`, document], the one that stands for it first */
  constructor(
    parts: ReadonlyArray<{ readonly segment: Segment; readonly deleted: readonly number[] }>,
    variants: ReadonlyArray<ReadonlyArray<readonly [segment: number, document: number]>> = [],
  ) {
    this.segments = parts.map(part => part.segment);
    this.#deleted = parts.map(part => new Set(part.deleted));
    for (const [first, ...others] of variants) {
      for (const [segment, document] of others) {
        this.#representative.set(documentKey(segment, document), documentKey(first![0], first![1]));
      }
    }
  }

  close(): void {
    for (const segment of this.segments) segment.close();
  }

  get documents(): number {
    return this.segments.reduce((sum, segment, i) => sum + segment.documents - this.#deleted[i]!.size, 0);
  }

  /** UTF-16 units of clean text, deleted documents included. */
  get characters(): number {
    return this.segments.reduce((sum, segment) => sum + segment.characters - segment.documents, 0);
  }

  get phraseCount(): number {
    return this.segments.reduce((sum, segment) => sum + segment.phraseCount, 0);
  }

  get hasVariants(): boolean {
    return this.#representative.size > 0;
  }

  /** Where `text` (non-empty) stands. */
  match(text: string): Match {
    const pattern = patternOf(text);
    const intervals = this.segments.map(segment => segment.search.interval(pattern));
    return { intervals, size: intervals.reduce((sum, interval) => sum + interval.to - interval.from, 0) };
  }

  /** The endings of `text` in the corpus, for what may come after it. Quick if `text` is that of the last call and a little more. */
  endingsOf(text: string): ContextMatches {
    const isLive = (segment: number, position: number): boolean => this.#isLive(segment, position);
    this.#endings = new ContextMatches(this.segments, text, isLive, this.#endings);
    return this.#endings;
  }

  /** Length of the longest prefix of `text` that occurs in the corpus. */
  longestPrefix(text: string): number {
    const pattern = patternOf(text);
    return this.segments.reduce((longest, segment) => Math.max(longest, segment.search.longestPrefix(pattern)), 0);
  }

  /** Exact number of occurrences and of documents that have them. Linear in the occurrences. */
  count(match: Match): { readonly occurrences: number; readonly documents: number } {
    let occurrences = 0;
    let documents = 0;
    match.intervals.forEach((interval, i) => {
      const segment = this.segments[i]!;
      const seen = new Uint8Array(segment.documents);
      for (const position of segment.search.suffixes(interval)) {
        const document = segment.documentAt(position);
        if (this.#deleted[i]!.has(document)) continue;
        occurrences++;
        documents += 1 - seen[document]!;
        seen[document] = 1;
      }
    });
    return { occurrences, documents };
  }

  /**
   * How often `text` occurs, and in how many speeches, copies of one counted once. Of more than `MAX_COUNTED` occurrences, speeches are
   * counted in an even sample and deleted ones are not left out. Remembered: the same phrases are offered again and again.
   */
  frequency(text: string): Frequency {
    const known = this.#frequencies.get(text);
    if (known !== undefined) return known;
    const match = this.match(text);
    const isCounted = match.size <= MAX_COUNTED;
    const places = isCounted ? this.#places(match) : this.sample(match, MAX_COUNTED);
    const speeches = new Set(places.map(place => this.speechKey(place)));
    const frequency = { occurrences: isCounted ? places.length : match.size, documents: speeches.size };
    if (this.#frequencies.size >= CACHED_FREQUENCIES) this.#frequencies.clear();
    this.#frequencies.set(text, frequency);
    return frequency;
  }

  /** Every occurrence of a match in documents that are not deleted, segment by segment, in text order. */
  occurrences(match: Match): Occurrence[] {
    return match.intervals.flatMap((interval, segment) =>
      Array.from(this.segments[segment]!.search.suffixes(interval).sort())
        .filter(position => this.#isLive(segment, position))
        .map(position => ({ segment, position })),
    );
  }

  /** As `occurrences`, in the order of what follows. */
  #places(match: Match): Occurrence[] {
    const places: Occurrence[] = [];
    match.intervals.forEach((interval, segment) => {
      if (interval.from === interval.to) return;
      for (const position of this.segments[segment]!.search.suffixes(interval)) {
        if (this.#isLive(segment, position)) places.push({ segment, position });
      }
    });
    return places;
  }

  /**
   * At most `limit` occurrences spread evenly over the match: since suffixes are sorted, every continuation
   * with a share of at least `1/limit` is among them. In rank order.
   */
  sample(match: Match, limit: number): Occurrence[] {
    const step = Math.max(1, match.size / limit);
    const found: Occurrence[] = [];
    let next = 0;
    let before = 0;
    match.intervals.forEach((interval, index) => {
      const size = interval.to - interval.from;
      const segment = this.segments[index]!;
      const all = size <= limit ? segment.search.suffixes(interval) : undefined;
      for (; next < before + size; next += step) {
        const rank = Math.floor(next) - before;
        const position = all ? all[rank]! : segment.search.suffix(interval.from + rank);
        if (this.#isLive(index, position)) found.push({ segment: index, position });
      }
      before += size;
    });
    return found;
  }

  /** Text from `shift` units after an occurrence on. */
  textAt({ segment, position }: Occurrence, length: number, shift = 0): string {
    return this.segments[segment]!.text(position + shift, length);
  }

  /** Whether a word starts at each of `length` units from `shift` units after an occurrence on. */
  wordStarts({ segment, position }: Occurrence, shift: number, length: number): boolean[] {
    return this.segments[segment]!.wordStarts(position + shift, length);
  }

  isWordStart({ segment, position }: Occurrence, shift: number): boolean {
    return this.segments[segment]!.isWordStart(position + shift);
  }

  /** A number that is the same for two occurrences of one speech, be it in the same document or in a copy of it. */
  speechKey({ segment, position }: Occurrence): number {
    const key = documentKey(segment, this.segments[segment]!.documentAt(position));
    return this.#representative.get(key) ?? key;
  }

  /** Whether the occurrence stands in a copy of another document, which is then the better source. */
  isInVariant({ segment, position }: Occurrence): boolean {
    return (
      this.#representative.size > 0 &&
      this.#representative.has(documentKey(segment, this.segments[segment]!.documentAt(position)))
    );
  }

  documentOf({ segment, position }: Occurrence): StoredDocument {
    return this.#decoded(segment, this.segments[segment]!.documentAt(position)).stored;
  }

  /** The document called `id`, if it is in the index. */
  findDocument(id: string): FoundDocument | undefined {
    this.#byId ??= this.#indexById();
    const place = this.#byId.get(id);
    if (place === undefined) return undefined;
    const { stored, offsets } = this.#decoded(place.segment, place.document);
    return {
      stored,
      text: () => this.segments[place.segment]!.documentText(place.document),
      rawSpan: span => toRawSpan(offsets, stored.characters, span),
    };
  }

  /** Where the `length` units at `occurrence` come from. */
  provenance(occurrence: Occurrence, length: number): Provenance {
    const segment = this.segments[occurrence.segment]!;
    const index = segment.documentAt(occurrence.position);
    const { stored, offsets } = this.#decoded(occurrence.segment, index);
    const documentStart = segment.documentStarts[index]!;
    const span = { start: occurrence.position - documentStart, end: occurrence.position - documentStart + length };
    const raw = toRawSpan(offsets, stored.characters, span);
    const contextStart = Math.max(0, span.start - ATTRIBUTION_REACH);
    const context = segment.text(documentStart + contextStart, span.end - contextStart + KWIC_CONTEXT);
    const attributedTo = attributionAt(context, { start: span.start - contextStart, end: span.end - contextStart });
    const { speaker, occasion, date } = stored.metadata;
    const variantOf = this.#variantOf(occurrence.segment, index);
    return {
      documentId: stored.id,
      path: stored.path,
      title: stored.title,
      ...(speaker !== undefined && { speaker }),
      ...(occasion !== undefined && { occasion }),
      ...(date !== undefined && { date }),
      sectionPath: sectionPath(stored.sections, span.start),
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
    const { segment, position } = occurrence;
    const before = this.segments[segment]!.text(Math.max(0, position - KWIC_CONTEXT), Math.min(KWIC_CONTEXT, position));
    const after = this.textAt(occurrence, KWIC_CONTEXT, length);
    return {
      ...this.provenance(occurrence, length),
      before: before.slice(lastBreak(before) + 1),
      match: this.textAt(occurrence, length),
      after: after.slice(0, firstBreak(after)),
    };
  }

  /** The series of the occurrence's document that hold all of it, innermost last. Offsets are those of the document. */
  seriesAround(occurrence: Occurrence, length: number): ParallelSeries[] {
    const segment = this.segments[occurrence.segment]!;
    const index = segment.documentAt(occurrence.position);
    const start = occurrence.position - segment.documentStarts[index]!;
    return segment
      .series(index)
      .filter(series => series.start <= start && start + length <= series.end)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
  }

  #variantOf(segment: number, document: number): string | undefined {
    const key = this.#representative.get(documentKey(segment, document));
    if (key === undefined) return undefined;
    return this.#decoded(Math.floor(key / 0x1000000), key % 0x1000000).stored.id;
  }

  #decoded(segment: number, document: number): DecodedDocument {
    const key = documentKey(segment, document);
    let decoded = this.#cache.get(key);
    if (decoded === undefined) {
      const source = this.segments[segment]!;
      decoded = { stored: source.document(document), offsets: source.offsetMap(document) };
      if (this.#cache.size >= CACHED_DOCUMENTS) this.#cache.delete(this.#cache.keys().next().value!);
    } else {
      this.#cache.delete(key); // put back below as the latest
    }
    this.#cache.set(key, decoded);
    return decoded;
  }

  #indexById(): Map<string, { readonly segment: number; readonly document: number }> {
    const byId = new Map<string, { readonly segment: number; readonly document: number }>();
    this.segments.forEach((segment, i) => {
      for (let document = 0; document < segment.documents; document++) {
        if (!this.#deleted[i]!.has(document)) byId.set(segment.document(document).id, { segment: i, document });
      }
    });
    return byId;
  }

  #isLive(segment: number, position: number): boolean {
    const deleted = this.#deleted[segment]!;
    return deleted.size === 0 || !deleted.has(this.segments[segment]!.documentAt(position));
  }
}

/** A segment has fewer documents than characters, of which there are at most 2^24. */
function documentKey(segment: number, document: number): number {
  return segment * 0x1000000 + document;
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
