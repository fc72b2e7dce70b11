import { memberSpan } from '../parallel/memberSpans.ts';
import type { NumberedScan } from '../parallel/numberedScan.ts';
import { isRunIn, type NumberedSeries } from '../parallel/numberedSeries.ts';
import { isSpace, isStop } from '../text/charClass.ts';
import type { Span } from '../text/span.ts';
import type { SectionFunction } from './section.ts';
import { SeriesHeads } from './seriesHeads.ts';

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

/** A member of a numbered series. */
class NumberedNode implements Node {
  readonly start: number;
  end: number;
  readonly children: Node[] = [];
  readonly #heads: SeriesHeads;
  readonly #index: number;

  constructor(heads: SeriesHeads, index: number, { start, end }: Span) {
    this.start = start;
    this.end = end;
    this.#heads = heads;
    this.#index = index;
  }

  get title(): string {
    return this.#heads.title(this.#index);
  }

  get rank(): number | undefined {
    return this.#heads.rank;
  }

  get function(): SectionFunction | undefined {
    return this.#heads.function(this.#index);
  }
}

/** Sections of the numbered series `scan` found in `text`, nested as the series are; `lines` are its lines that are not blank. O(n). */
export function numberedRoots(text: string, lines: readonly Span[], scan: NumberedScan): Node[] {
  const roots: Node[] = [];
  const nodes = new Map<NumberedSeries, Node[]>();
  for (const series of scan.series) {
    if (!isHeadLike(text, series)) continue;
    const heads = new SeriesHeads(text, lines, series);
    const made = series.members.map(
      (_, index) => new NumberedNode(heads, index, memberSpan(text, series, index, lines)),
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
