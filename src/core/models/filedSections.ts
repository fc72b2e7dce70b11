import type { DocumentPlace } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { StoredDocument } from '../index/format/storedDocument.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { markerAt } from '../parallel/markerAt.ts';
import { CLOSES, classAt, NEWLINE, PAUSE, SPACE, STOP, skipTo } from '../structure/charClass.ts';
import type { Section, SectionFunction } from '../structure/section.ts';
import { functionOfParagraph } from '../structure/sectionFunction.ts';
import { paragraphs, sentences } from '../structure/sentences.ts';

/** A section of a corpus document, as far as it may be a model for one of a draft. */
export interface FiledSection {
  readonly place: Occurrence;
  readonly length: number;
  readonly function: SectionFunction;
  /** '' for what a speech says before its first heading. */
  readonly title: string;
  readonly points: readonly string[];
  readonly occasion: string;
  readonly date: string;
  readonly speech: number;
  /** Its first sentence, and further ones that say what the section does. */
  readonly opening: Stretch | undefined;
  readonly cues: readonly Stretch[];
}

/** Words of the corpus. */
export interface Stretch {
  readonly text: string;
  readonly place: Occurrence;
}

/** How far into a section sentences are looked for, and how long they may be. */
const READ_AHEAD = 600;
const SHORTEST = 6;
const LONGEST = 60;
const MOST_CUES = 3;
/** What is said before the first section; other cues there only foretell what comes. */
const LEADING: ReadonlySet<SectionFunction> = new Set(['会议由来', '承接', '提纲', '过渡']);
/** Told by its place at the end, so no words of its own mark its sentences: all of them say what it does. */
const TOLD_BY_PLACE: SectionFunction = '号召结尾';
const AFTER_TITLE = STOP | PAUSE | CLOSES | SPACE | NEWLINE;

/** The sections of one document that differ in what they do from what they stand in, and what leads up to the first of them. */
export function fileSections(index: CorpusIndex, { segment, document }: DocumentPlace): FiledSection[] {
  const source = index.segments[segment]!;
  const stored = source.document(document);
  const base = source.documentStarts[document]!;
  const place = { segment, position: base };
  const common = {
    occasion: stored.metadata.occasion ?? '',
    date: stored.metadata.date ?? '',
    speech: index.speechKey(place),
  };
  const read = (start: number, end: number): string => source.text(base + start, end - start);
  const filed: FiledSection[] = [];
  const file = (section: Omit<Section, 'level' | 'children'> & { points: readonly string[] }, from: number): void => {
    const { start, end, function: name, title, points } = section;
    if (name === undefined || end <= from) return;
    const said = stretches(read(from, Math.min(end, from + READ_AHEAD)), { segment, position: base + from }, name);
    filed.push({
      ...common,
      place: { segment, position: base + start },
      length: end - start,
      function: name,
      title,
      points,
      ...said,
    });
  };
  const walk = (sections: readonly Section[], around: SectionFunction | undefined): void => {
    for (const section of sections) {
      const { function: name, children, start, end, title } = section;
      if (name !== '称谓' && name !== around) {
        file({ ...section, points: children.map(child => child.title) }, bodyStart(read(start, end), title) + start);
      }
      walk(children, name);
    }
  };
  walk(stored.sections, undefined);
  for (const line of leadLines(stored, read)) file(line, line.start);
  return filed;
}

/** Paragraphs between the salutation and the first section: 会议由来, 承接, 提纲. */
function leadLines(
  stored: StoredDocument,
  read: (start: number, end: number) => string,
): { start: number; end: number; title: string; function?: SectionFunction; points: readonly string[] }[] {
  const salutation = stored.sections.find(({ function: name }) => name === '称谓');
  const first = stored.sections.find(({ function: name }) => name !== '称谓');
  if (salutation === undefined || first === undefined || first.start <= salutation.end) return [];
  const text = read(salutation.end, first.start);
  return paragraphs(text).flatMap(({ start, end }) => {
    const name = functionOfParagraph(text.slice(start, end));
    if (name === undefined || !LEADING.has(name)) return [];
    return [{ start: salutation.end + start, end: salutation.end + end, title: '', function: name, points: [] }];
  });
}

/** Where the words of a section begin, behind its heading. */
function bodyStart(text: string, title: string): number {
  const at = text.indexOf(title.slice(-8));
  let start = at < 0 ? skipTo(NEWLINE, text, 0, text.length) : at + Math.min(8, title.length);
  while (start < text.length && classAt(text, start) & AFTER_TITLE) start++;
  return start;
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
    // A point says less of the section than of itself.
    if (markerAt(words, 0, 'line') !== undefined) return [];
    return [{ start, text: words, place: { segment: from.segment, position: from.position + start } }];
  });
  const first = whole.find(({ start }) => start === 0);
  const isCue = (words: string): boolean => name === TOLD_BY_PLACE || functionOfParagraph(words) === name;
  const cues = whole.filter(sentence => sentence !== first && isCue(sentence.text));
  return { opening: first, cues: cues.slice(0, MOST_CUES) };
}
