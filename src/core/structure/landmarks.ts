import type { Span } from '../document/span.ts';
import { trimClosing } from './charClass.ts';
import { headingTitle, inner, isPlainHeading, isSalutation, titleLines } from './headings.ts';
import type { Node } from './numberedSections.ts';
import { isClosingHeading, isEndingParagraph } from './paragraphCues.ts';
import type { SectionFunction } from './section.ts';
import { functionOfHeading, functionOfParagraph } from './sectionFunction.ts';

/** The salutation is looked for among this many lines. */
const TITLE_ZONE = 12;
const LONGEST_ATTRIBUTION = 20;
const ATTRIBUTION = /(?:指出|强调|要求|表示|认为|提出|说)$/;

/** Unnumbered parts that still stand out: salutation, «最后，再强调几项工作：», plain headings, the closing appeal. */
export function landmarks(text: string, lines: readonly Span[], numbered: readonly Node[]): Node[] {
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

/** A document without any heading is cut where its paragraphs change what they do. */
export function byFunction(text: string, lines: readonly Span[], known: readonly Node[]): Node[] {
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

/** Index of the first line below title, date and speaker: the salutation where one stands near the top. */
function firstBodyLine(text: string, lines: readonly Span[]): number {
  const salutation = lines.slice(0, TITLE_ZONE).findIndex(line => isSalutation(text, line));
  return salutation >= 0 ? salutation : titleLines(text, lines);
}

/** «某某指出，要抓好春修。…» → «要抓好春修»: who says it is no title. */
function openingClause(text: string, start: number, end: number): string {
  const comma = text.slice(start, Math.min(end, start + LONGEST_ATTRIBUTION)).search(/[，：,:]/);
  const says = comma > 0 && ATTRIBUTION.test(text.slice(start, start + comma));
  const from = says ? start + comma + 1 : start;
  return headingTitle(text, from, from);
}
