import { markerAt, markerStart } from '../parallel/markerAt.ts';
import { isClosingHeading } from '../parallel/paragraphCues.ts';
import { trimClosing } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';
import { findEnding } from './ending.ts';
import { headingTitle, inner, isNotesHeading, isPlainHeading, isSalutation, titleLines } from './headings.ts';
import type { Node } from './numberedSections.ts';
import { partHeadings } from './partHeadings.ts';
import { functionOfHeading, functionOfParagraph } from './sectionFunction.ts';

/** The salutation is looked for in the first lines, at most this many. */
const TITLE_ZONE = 12;
/** The end of a section that extends to the next one. */
const OPEN = -1;
const LONGEST_ATTRIBUTION = 20;
const ATTRIBUTION = /(?:指出|强调|要求|表示|认为|提出|说)$/;

/**
 * Unnumbered parts that stand out: the salutation, «最后，再强调几项工作：», plain headings, the closing appeal, notes. Those whose end is not known
 * yet (`OPEN`) extend to the next of them.
 */
export function landmarks(text: string, lines: readonly Span[], numbered: readonly Node[]): Node[] {
  const found: Node[] = [];
  const first = firstBodyLine(text, lines);
  const ending = findEnding(text, lines, first);
  const parts = partHeadings(text, lines.slice(first), numbered);
  const taken = startsOf(numbered, new Set());
  const usesPlain = !numbered.some(node => node.rank === 1);
  let salutation = false;
  const add = (line: Span, part: Pick<Node, 'title' | 'rank' | 'function'>, end = OPEN): void => {
    found.push({ ...part, start: line.start, end, children: [] });
  };
  for (const [index, line] of lines.entries()) {
    if (index < first || taken.has(line.start)) continue;
    const { start, end } = inner(text, line);
    const words = text.slice(start, end);
    const title = text.slice(start, trimClosing(text, start, end));
    if (ending !== undefined && index >= ending.first && index <= ending.last) {
      if (index === ending.first)
        add(line, { title: firstClause(words), rank: 0, function: '号召结尾' }, lines[ending.last]!.end);
    } else if (!salutation && isSalutation(text, line)) {
      salutation = true;
      add(line, { title, rank: 0, function: '称谓' }, line.end);
    } else if (isNotesHeading(text, line)) {
      found.push({ title, start: line.start, end: OPEN, rank: 0, function: undefined, isAppended: true, children: [] });
      break;
    } else if (parts.has(line.start)) {
      add(line, { title, rank: 0, function: functionOfHeading(words) });
    } else if (isClosingHeading(text, line.start)) {
      add(line, { title, rank: 1, function: functionOfHeading(words) ?? '近期工作' });
    } else if ((usesPlain || text[line.start] === '#') && index < lines.length - 1 && isPlainHeading(text, line)) {
      add(line, { title, rank: 1, function: functionOfHeading(words) });
    } else {
      const agenda = agendaItem(words);
      if (agenda !== undefined) add(line, { title: agenda, rank: 1, function: undefined });
    }
  }
  return found;
}

function startsOf(nodes: readonly Node[], into: Set<number>): ReadonlySet<number> {
  for (const node of nodes) {
    into.add(node.start);
    startsOf(node.children, into);
  }
  return into;
}

/** The words with which the chair of a meeting announces the next item: «下面，进行第一项议程，请某某同志通报情况。» → «下面，进行第一项议程». */
function agendaItem(words: string): string | undefined {
  return /^(?:下面|现在|接下来)，?(?:继续)?进行(?:大会|会议)?第[一二三四五六七八九十]+项[^，。：]*/u.exec(words)?.[0];
}

function firstClause(words: string): string {
  const end = words.search(/[，,。！!]/u);
  return end > 0 ? words.slice(0, end) : words;
}

/** Divides a document without headings where the function of its paragraphs changes, and a news report at each «某某指出，». */
export function byFunction(text: string, lines: readonly Span[], known: readonly Node[]): Node[] {
  const roots: Node[] = [...known];
  const first = firstBodyLine(text, lines);
  let current: Node | undefined;
  lines.forEach((line, index) => {
    if (index < first || known.some(node => node.start <= line.start && line.start < node.end)) return;
    const { start, end } = inner(text, line);
    const name = functionOfParagraph(text.slice(start, end));
    const spoken = attributionLength(text, start, end) > 0;
    if (current && !spoken && (name === undefined || name === current.function)) {
      current.end = line.end;
      return;
    }
    current = {
      title: openingClause(text, start, end),
      start: line.start,
      end: line.end,
      rank: 1,
      function: name,
      children: [],
    };
    roots.push(current);
  });
  return roots.sort((a, b) => a.start - b.start);
}

/** Index of the first line below title, date and speaker. It is the salutation if there is one near the top, above all numbers. */
function firstBodyLine(text: string, lines: readonly Span[]): number {
  const isNumbered = ({ start }: Span): boolean =>
    markerAt(text, markerStart(text, start, 'line'), 'line') !== undefined;
  const numbered = lines.findIndex(isNumbered);
  const zone = lines.slice(0, numbered < 0 ? TITLE_ZONE : Math.min(numbered, TITLE_ZONE));
  const salutation = zone.findIndex(line => isSalutation(text, line));
  return salutation >= 0 ? salutation : titleLines(text, lines);
}

/** The first clause without its attribution, which does not belong to a title: «某某指出，要抓好春修。…» → «要抓好春修». */
function openingClause(text: string, start: number, end: number): string {
  const from = start + attributionLength(text, start, end);
  return headingTitle(text, from, from);
}

/** Length of «某某指出，» at the start of a paragraph, 0 if it begins otherwise. */
function attributionLength(text: string, start: number, end: number): number {
  const comma = text.slice(start, Math.min(end, start + LONGEST_ATTRIBUTION)).search(/[，：,:]/);
  return comma > 0 && ATTRIBUTION.test(text.slice(start, start + comma)) ? comma + 1 : 0;
}
