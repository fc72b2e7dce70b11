import type { Span } from '../document/span.ts';
import { HEADING_RANK } from '../parallel/markers.ts';
import {
  isChainOfSingleParagraphs,
  isClosingHeading,
  isEndingParagraph,
  isRunIn,
  type NumberedSeries,
  scanNumbered,
} from '../parallel/numberedScan.ts';
import { isSpace, isStop, trimClosing } from './charClass.ts';
import { headingTitle, inner, isPlainHeading, isSalutation, titleLines } from './headings.ts';
import type { Section, SectionFunction } from './section.ts';
import { functionOfHeading, functionOfParagraph } from './sectionFunction.ts';
import { paragraphs } from './sentences.ts';

/** The salutation is looked for among this many lines. */
const TITLE_ZONE = 12;

/** A section being built; `level` and `function` follow from where it ends up. */
interface Node {
  readonly title: string;
  readonly start: number;
  end: number;
  /** Own level of numbered headings; `undefined`: one below the section it stands in. */
  readonly rank: number | undefined;
  readonly function: SectionFunction | undefined;
  readonly children: Node[];
}

/**
 * The section tree of a speech: «一、…» holds «（一）…» holds the run-in heads «一要…», and so on; also 第一， paragraphs,
 * “…”就是要 paragraphs, —— items, the salutation and the closing appeal. Title, date and speaker lines, decimals, dates and
 * enumerations inside a sentence are no sections. Markdown hashes and asterisks are looked through. O(n).
 */
export function outline(text: string): Section[] {
  const lines = paragraphs(text).filter(line => inner(text, line).end > inner(text, line).start);
  const numbered = numberedRoots(text, lines);
  const roots = containInLandmarks(numbered, landmarks(text, lines, numbered), text.length);
  const sections = roots.some(node => node.function !== '称谓' && node.function !== '号召结尾')
    ? roots
    : byFunction(text, lines, roots);
  return sections.map(node => toSection(node, 1, undefined));
}

/** Titles of the sections that hold `offset`, outermost first; `[]` outside all of them. O(sections on the way). */
export function sectionPath(sections: readonly Section[], offset: number): string[] {
  return sectionsAt(sections, offset).map(section => section.title);
}

/** What the text around `offset` does: the function of the innermost section that has one. */
export function sectionFunctionAt(sections: readonly Section[], offset: number): SectionFunction | undefined {
  return sectionsAt(sections, offset).findLast(section => section.function !== undefined)?.function;
}

function sectionsAt(sections: readonly Section[], offset: number): Section[] {
  const path: Section[] = [];
  let level: readonly Section[] = sections;
  for (;;) {
    // The caret at the very end of a draft is still in its last section.
    const section =
      level.find(candidate => candidate.start <= offset && offset < candidate.end) ??
      (level.at(-1)?.end === offset ? level.at(-1) : undefined);
    if (!section) return path;
    path.push(section);
    level = section.children;
  }
}

function numberedRoots(text: string, lines: readonly Span[]): Node[] {
  const roots: Node[] = [];
  const nodes = new Map<NumberedSeries, Node[]>();
  for (const series of scanNumbered(text).series) {
    if (!isHeadLike(text, series)) continue;
    const made = series.members.map((member, index): Node => {
      const start = isRunIn(series) ? member.marker.start : lines[member.paragraph]!.start;
      const last = index === series.members.length - 1;
      const title =
        series.style === 'quoted'
          ? quotedTitle(text, member.marker.start)
          : headingTitle(text, member.marker.start, member.bodyStart);
      return {
        title,
        start,
        end: last ? lastMemberEnd(series, lines) : memberStart(series, index + 1, lines),
        rank: isRunIn(series) ? undefined : HEADING_RANK[series.style],
        function: leadFunction(text, lines, series) ?? pointFunction(series, title),
        children: [],
      };
    });
    nodes.set(series, made);
    let parent = series.parent;
    while (parent && !nodes.has(parent)) parent = parent.parent;
    for (const node of made) {
      const holder = parent && nodes.get(parent)!.findLast(candidate => candidate.start <= node.start);
      if (holder) holder.children.push(node);
      else roots.push(node);
    }
  }
  roots.sort((a, b) => a.start - b.start);
  for (const root of roots) stretch(root);
  return roots;
}

/** A section reaches at least as far as its children. */
function stretch(node: Node): void {
  for (const child of node.children) {
    stretch(child);
    node.end = Math.max(node.end, child.end);
  }
}

/** Series whose members head a stretch of text, not the items of one sentence. */
function isHeadLike(text: string, series: NumberedSeries): boolean {
  const { style, members } = series;
  if (style === 'verb' || style === 'reason' || style === 'aspect') return false;
  if (members.every(member => isBlankBody(text, member.bodyStart))) return false;
  if (isRunIn(series)) {
    const second = members[1];
    if (!second || style === 'sequence') return false;
    let before = second.marker.start - 1;
    while (before > 0 && !isStop(text[before]!) && (isSpace(text[before]!) || '“”’」』'.includes(text[before]!)))
      before--;
    return isStop(text[before]!);
  }
  return members.length > 1 || (style !== 'dash' && style !== 'quoted' && style !== 'sequence');
}

function isBlankBody(text: string, start: number): boolean {
  return start >= text.length || text[start] === '\n';
}

function memberStart(series: NumberedSeries, index: number, lines: readonly Span[]): number {
  const member = series.members[index]!;
  return isRunIn(series) ? member.marker.start : lines[member.paragraph]!.start;
}

/**
 * The last point of a run has no successor to end it. A heading reaches to the next heading; a run-in point to the end of its
 * paragraph; other points to as many paragraphs as the longest of their fellows has.
 */
function lastMemberEnd(series: NumberedSeries, lines: readonly Span[]): number {
  const last = series.members.at(-1)!;
  const paragraphEnd = (index: number): number => lines[Math.min(index, lines.length - 1)]!.end;
  if (isRunIn(series)) return Math.min(series.end, paragraphEnd(last.paragraph));
  if (isChainOfSingleParagraphs(series)) return Math.min(series.end, paragraphEnd(last.paragraph));
  if (HEADING_RANK[series.style] !== undefined || series.style === 'article') return series.end;
  if (series.style === 'ordinal' && series.members.length === 1) return series.end;
  let longest = 1;
  for (let index = 1; index < series.members.length; index++)
    longest = Math.max(longest, series.members[index]!.paragraph - series.members[index - 1]!.paragraph);
  return Math.min(series.end, paragraphEnd(last.paragraph + longest - 1));
}

function quotedTitle(text: string, start: number): string {
  return text.slice(start - 1, text.indexOf('”', start) + 1);
}

/** «二要明确差距» asks for something, it neither praises nor blames. */
function pointFunction(series: NumberedSeries, title: string): SectionFunction | undefined {
  const found = functionOfHeading(title);
  return series.style === 'must' && (found === '查找不足' || found === '肯定成绩') ? undefined : found;
}

/** «主要体现在以下几方面：» before the first point says what all of them do. Only praise and blame are read off it. */
function leadFunction(text: string, lines: readonly Span[], series: NumberedSeries): SectionFunction | undefined {
  const first = series.members[0]!;
  const line = isRunIn(series) ? undefined : lines[first.paragraph - 1];
  const lead = line
    ? text.slice(line.start, line.end)
    : text.slice(Math.max(0, first.marker.start - 60), first.marker.start);
  if (!/[：:]\s*$/.test(lead)) return undefined;
  const sample = lead.slice(-80);
  if (/不足|问题|不适应|差距|短板|困难/.test(sample)) return '查找不足';
  return functionOfHeading(sample) === '肯定成绩' ? '肯定成绩' : undefined;
}

/** Index of the first line below title, date and speaker: the salutation where one stands near the top. */
function firstBodyLine(text: string, lines: readonly Span[]): number {
  const salutation = lines.slice(0, TITLE_ZONE).findIndex(line => isSalutation(text, line));
  return salutation >= 0 ? salutation : titleLines(text, lines);
}

/** Unnumbered parts that still stand out: salutation, «最后，再强调几项工作：», plain headings, the closing appeal. */
function landmarks(text: string, lines: readonly Span[], numbered: readonly Node[]): Node[] {
  const found: Node[] = [];
  const first = firstBodyLine(text, lines);
  const taken = new Set(numbered.map(node => node.start));
  const usesPlain = !numbered.some(node => node.rank === 1);
  let salutation = false;
  lines.forEach((line, index) => {
    const { start, end } = inner(text, line);
    const make = (name: SectionFunction | undefined, reach: number): void => {
      found.push({
        title: text.slice(start, trimClosing(text, start, end)),
        start: line.start,
        end: reach,
        rank: 1,
        function: name,
        children: [],
      });
    };
    if (index < first || taken.has(line.start)) return;
    if (!salutation && isSalutation(text, line)) {
      salutation = true;
      make('称谓', line.end);
    } else if (isEndingParagraph(text, line.start) && index >= lines.length / 2) {
      const comma = text.slice(start, end).search(/[，,。！!]/);
      const title = comma > 0 ? text.slice(start, start + comma) : text.slice(start, end);
      if (found.at(-1)?.function === '号召结尾') found.at(-1)!.end = line.end;
      else found.push({ title, start: line.start, end: line.end, rank: 1, function: '号召结尾', children: [] });
    } else if (isClosingHeading(text, line.start)) {
      make(functionOfHeading(text.slice(start, end)) ?? '近期工作', -1);
    } else if ((usesPlain || text[line.start] === '#') && index < lines.length - 1 && isPlainHeading(text, line)) {
      make(functionOfHeading(text.slice(start, end)), -1);
    }
  });
  return found;
}

/** Landmarks without an end of their own (-1) hold the numbered sections up to the next landmark or 一、. */
function containInLandmarks(numbered: readonly Node[], marks: readonly Node[], textEnd: number): Node[] {
  const roots: Node[] = [];
  let holder: Node | undefined;
  for (const node of [...numbered, ...marks].sort((a, b) => a.start - b.start)) {
    const isMark = marks.includes(node);
    if (isMark || node.rank === 1) {
      if (holder) holder.end = node.start;
      holder = isMark && node.end < 0 ? node : undefined;
      roots.push(node);
    } else if (holder) holder.children.push(node);
    else roots.push(node);
  }
  if (holder) holder.end = textEnd;
  return roots;
}

/** A document without any heading is cut where its paragraphs change what they do. */
function byFunction(text: string, lines: readonly Span[], known: readonly Node[]): Node[] {
  const roots: Node[] = [...known];
  const first = firstBodyLine(text, lines);
  let current: Node | undefined;
  lines.forEach((line, index) => {
    if (index < first || known.some(node => node.start <= line.start && line.start < node.end)) return;
    const { start, end } = inner(text, line);
    const name = functionOfParagraph(text.slice(start, end));
    if (current && (name === undefined || name === current.function)) {
      current.end = line.end;
      return;
    }
    current = {
      title: headingTitle(text, start, start),
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

/** A point does what its section does, unless its own words say something that stands out there. */
function overrules(own: SectionFunction | undefined, inherited: SectionFunction | undefined): boolean {
  if (inherited === undefined) return true;
  switch (own) {
    case '查找不足':
    case '肯定成绩':
      return inherited === '肯定成绩' || inherited === '查找不足' || inherited === '形势意义';
    case '总要求':
    case '形势意义':
    case '要求保障':
      return inherited === '部署任务';
    default:
      return false;
  }
}

function toSection(node: Node, below: number, inherited: SectionFunction | undefined): Section {
  const level = node.rank === undefined ? below : Math.max(below, node.rank);
  const own = overrules(node.function, inherited) ? node.function : inherited;
  return {
    start: node.start,
    end: node.end,
    title: node.title,
    level,
    ...(own === undefined ? {} : { function: own }),
    children: node.children.map(child => toSection(child, level + 1, own)),
  };
}
