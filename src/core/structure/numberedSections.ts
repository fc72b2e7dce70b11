import { HEADING_RANK } from '../parallel/markers.ts';
import { memberSpan } from '../parallel/memberSpans.ts';
import type { NumberedScan } from '../parallel/numberedScan.ts';
import { isRunIn, type NumberedSeries } from '../parallel/numberedSeries.ts';
import { isSpace, isStop } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';
import { headingTitle } from './headings.ts';
import type { SectionFunction } from './section.ts';
import { functionOfHeading } from './sectionFunction.ts';

/** A section under construction; `level` and `function` follow from its final place. */
export interface Node {
  readonly title: string;
  readonly start: number;
  end: number;
  /** Level of numbered headings; if `undefined`, the level is one below that of the containing section. */
  readonly rank: number | undefined;
  readonly function: SectionFunction | undefined;
  /** Whether it is behind the speech, like notes, so that it contains no sections. */
  readonly isAppended?: true;
  readonly children: Node[];
}

/** Sections of the numbered series `scan` found in `text`, nested as the series are; `lines` are its lines that are not blank. O(n). */
export function numberedRoots(text: string, lines: readonly Span[], scan: NumberedScan): Node[] {
  const roots: Node[] = [];
  const nodes = new Map<NumberedSeries, Node[]>();
  for (const series of scan.series) {
    if (!isHeadLike(text, series)) continue;
    const titles = series.members.map(({ marker, bodyStart }) =>
      series.style === 'quoted' ? quotedTitle(text, marker.start) : headingTitle(text, marker.start, bodyStart),
    );
    const common = isPoint(series) ? (leadFunction(text, lines, series) ?? commonFunction(titles)) : undefined;
    const made = titles.map(
      (title, index): Node => ({
        title,
        ...memberSpan(text, series, index, lines),
        rank: isRunIn(series) ? undefined : HEADING_RANK[series.style],
        function: common ?? pointFunction(series, title),
        children: [],
      }),
    );
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

/** Extends a section to the end of its last child. */
function stretch(node: Node): void {
  for (const child of node.children) {
    stretch(child);
    node.end = Math.max(node.end, child.end);
  }
}

/** Whether the members of the series head stretches of text, and are not items of one sentence. */
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

function quotedTitle(text: string, start: number): string {
  return text.slice(start - 1, text.indexOf('”', start) + 1);
}

/**
 * Whether the members are points (一是, 其一, 第一，), which take their function from the sentence that announces them; headings state it
 * themselves.
 */
function isPoint(series: NumberedSeries): boolean {
  return series.style === 'is' || series.style === 'among' || series.style === 'ordinal' || series.style === 'dash';
}

/** The common function of the points of a series: the one that most of them state. */
function commonFunction(titles: readonly string[]): SectionFunction | undefined {
  const counts = new Map<SectionFunction, number>();
  for (const title of titles) {
    const name = functionOfHeading(title);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0];
}

/** Points such as «二要明确差距», «三要抢抓机遇» are demands, whatever they speak of. */
function pointFunction(series: NumberedSeries, title: string): SectionFunction | undefined {
  const found = functionOfHeading(title);
  return series.style === 'must' && (found === '查找不足' || found === '肯定成绩' || found === '形势意义')
    ? '部署任务'
    : found;
}

/** The function that the sentence before the first point gives to all of them: «主要体现在以下几方面：». Only praise and blame are taken from it. */
function leadFunction(text: string, lines: readonly Span[], series: NumberedSeries): SectionFunction | undefined {
  const first = series.members[0]!;
  const line = isRunIn(series) ? undefined : lines[first.paragraph - 1];
  const lead = line
    ? text.slice(Math.max(line.start, line.end - 500), line.end)
    : text.slice(Math.max(0, first.marker.start - 60), first.marker.start);
  // «：» announces the points with the whole lead; without it only the last sentence refers to them.
  const announces = /[：:]\s*$/.test(lead);
  const trimmed = lead.replace(/[。：:\s]+$/, '');
  const sample = (announces ? trimmed : trimmed.slice(trimmed.lastIndexOf('。') + 1)).slice(-80);
  if (/不足|问题|不适应|差距|短板|困难/.test(sample)) return '查找不足';
  return functionOfHeading(sample) === '肯定成绩' ? '肯定成绩' : undefined;
}
