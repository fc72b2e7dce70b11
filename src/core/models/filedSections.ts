import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { DocumentPlace } from '../index/documentPlace.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { markerAt } from '../parallel/markerAt.ts';
import type { Section, SectionFunction } from '../structure/section.ts';
import { functionOfParagraph } from '../structure/sectionFunction.ts';
import { CLOSES, classAt, NEWLINE, PAUSE, SPACE, STOP, skipTo } from '../text/charClass.ts';
import { paragraphs, sentences } from '../text/sentences.ts';

/** A section of a corpus document, with the facts that decide whether it can be a model for a section of a draft. */
export interface FiledSection {
  readonly place: Occurrence;
  readonly length: number;
  readonly function: SectionFunction;
  /** '' for text before the first heading. */
  readonly title: string;
  readonly points: readonly string[];
  readonly occasion: string;
  readonly date: string;
  readonly speech: number;
  /** Its first sentence, and further sentences that express its function. */
  readonly opening: Stretch | undefined;
  readonly cues: readonly Stretch[];
}

/** Words of the corpus. */
export interface Stretch {
  readonly text: string;
  readonly place: Occurrence;
}

/** How far into a section its sentences are searched for, and their greatest length. */
const READ_AHEAD = 600;
const SHORTEST = 6;
const LONGEST = 60;
const MOST_CUES = 3;
/** Functions of text before the first section; other cues there only announce later sections. */
const LEADING: ReadonlySet<SectionFunction> = new Set(['会议由来', '承接', '提纲', '过渡']);
/** Recognised by its place at the end rather than by words, so all of its sentences express it. */
const TOLD_BY_PLACE: SectionFunction = '号召结尾';
/** Number of last characters of a title by which the end of its heading is found. */
const HEADING_ENDING = 8;
const AFTER_TITLE = STOP | PAUSE | CLOSES | SPACE | NEWLINE;

/** A section of an outline, or a paragraph before the first one, with offsets of its document. */
interface OutlinePart {
  readonly function: SectionFunction;
  readonly title: string;
  readonly points: readonly string[];
  readonly start: number;
  /** Start of the text behind the heading. */
  readonly bodyStart: number;
  readonly end: number;
}

/** Text of the document between two of its offsets. */
type Read = (start: number, end: number) => string;

/** The sections of a document whose function differs from that of the section around them, and the paragraphs before the first section. */
export function fileSections(index: CorpusIndex, { segment, document }: DocumentPlace): FiledSection[] {
  const source = index.segments[segment]!;
  const stored = source.document(document);
  const base = source.documentStarts[document]!;
  const read: Read = (start, end) => source.text(base + start, end - start);
  const at = (offset: number): Occurrence => ({ segment, position: base + offset });
  const common = {
    occasion: stored.metadata.occasion ?? '',
    date: stored.metadata.date ?? '',
    speech: index.documents.speechKey(at(0)),
  };
  return [...ownParts(stored.sections, read), ...leadLines(stored.sections, read)]
    .filter(({ bodyStart, end }) => bodyStart < end)
    .map(({ function: name, title, points, start, bodyStart, end }) => ({
      ...common,
      place: at(start),
      length: end - start,
      function: name,
      title,
      points,
      ...stretches(read(bodyStart, Math.min(end, bodyStart + READ_AHEAD)), at(bodyStart), name),
    }));
}

/** Sections at any depth whose function differs from that of the section around them. */
function ownParts(sections: readonly Section[], read: Read, around?: SectionFunction): OutlinePart[] {
  return sections.flatMap(({ function: name, title, children, start, end }) => {
    const inner = ownParts(children, read, name);
    if (name === undefined || name === '称谓' || name === around) return inner;
    const points = children.map(child => child.title);
    return [
      { function: name, title, points, start, bodyStart: start + headingEnd(read(start, end), title), end },
      ...inner,
    ];
  });
}

/** Paragraphs between the salutation and the first section: 会议由来, 承接, 提纲. */
function leadLines(sections: readonly Section[], read: Read): OutlinePart[] {
  const salutation = sections.find(({ function: name }) => name === '称谓');
  const first = sections.find(({ function: name }) => name !== '称谓');
  if (salutation === undefined || first === undefined || first.start <= salutation.end) return [];
  const text = read(salutation.end, first.start);
  return paragraphs(text).flatMap(({ start, end }) => {
    const name = functionOfParagraph(text.slice(start, end));
    if (name === undefined || !LEADING.has(name)) return [];
    const from = salutation.end + start;
    return [{ function: name, title: '', points: [], start: from, bodyStart: from, end: salutation.end + end }];
  });
}

/** Offset in a section's text behind its heading and the marks after that. */
function headingEnd(text: string, title: string): number {
  const ending = title.slice(-HEADING_ENDING);
  const at = text.indexOf(ending);
  let end = at < 0 ? skipTo(NEWLINE, text, 0, text.length) : at + ending.length;
  while (end < text.length && classAt(text, end) & AFTER_TITLE) end++;
  return end;
}

function stretches(
  text: string,
  from: Occurrence,
  name: SectionFunction,
): { opening: Stretch | undefined; cues: readonly Stretch[] } {
  const whole = sentences(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end).trimEnd();
    const isWhole = (classAt(words, words.length - 1) & (STOP | CLOSES)) !== 0;
    if (!isWhole || words.length < SHORTEST || words.length > LONGEST) return [];
    // The sentence of a point characterises the point rather than the section.
    if (markerAt(words, 0, 'line') !== undefined) return [];
    return [{ start, text: words, place: { segment: from.segment, position: from.position + start } }];
  });
  const first = whole.find(({ start }) => start === 0);
  const isCue = (words: string): boolean => name === TOLD_BY_PLACE || functionOfParagraph(words) === name;
  const cues = whole.filter(sentence => sentence !== first && isCue(sentence.text));
  return { opening: first, cues: cues.slice(0, MOST_CUES) };
}
