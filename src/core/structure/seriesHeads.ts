import { HEADING_RANK } from '../parallel/markers.ts';
import { isRunIn, type NumberedSeries } from '../parallel/numberedSeries.ts';
import type { Span } from '../text/span.ts';
import { headingTitle } from './headings.ts';
import type { SectionFunction } from './section.ts';
import { functionOfHeading } from './sectionFunction.ts';

/**
 * What the members of a series are called and do. It is read when it is asked for: to tell what the end of a draft does, only the sections around
 * it are asked.
 */
export class SeriesHeads {
  /** Level of numbered headings. */
  readonly rank: number | undefined;
  readonly #text: string;
  readonly #lines: readonly Span[];
  readonly #series: NumberedSeries;
  readonly #titles: string[] = [];
  /** What all points of the series do; `undefined` until it is asked for. */
  #common: { readonly function: SectionFunction | undefined } | undefined;

  constructor(text: string, lines: readonly Span[], series: NumberedSeries) {
    this.rank = isRunIn(series) ? undefined : HEADING_RANK[series.style];
    this.#text = text;
    this.#lines = lines;
    this.#series = series;
  }

  title(index: number): string {
    this.#titles[index] ??= this.#readTitle(index);
    return this.#titles[index];
  }

  function(index: number): SectionFunction | undefined {
    this.#common ??= { function: isPoint(this.#series) ? this.#readCommon() : undefined };
    return this.#common.function ?? pointFunction(this.#series, this.title(index));
  }

  #readTitle(index: number): string {
    const { marker, bodyStart } = this.#series.members[index]!;
    return this.#series.style === 'quoted'
      ? quotedTitle(this.#text, marker.start)
      : headingTitle(this.#text, marker.start, bodyStart);
  }

  #readCommon(): SectionFunction | undefined {
    const titles = (): string[] => this.#series.members.map((_, index) => this.title(index));
    return leadFunction(this.#text, this.#lines, this.#series) ?? commonFunction(titles());
  }
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
