// A series as the hover shows it. Pure: data in, blocks of Markdown out.

import type { SeriesAtResult } from '../../core/service/seriesAt.ts';
import type { CorpusSeries } from '../../core/service/seriesLookup.ts';
import type { Block, Inline } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { shorten } from '../../vscode/shorten.ts';
import { sourceLines } from './evidence.ts';

const longestMember = 24;

/**
 * The whole series under the pointer with its sources, or the items that a slogan counts; nothing where draft and corpus can say no more
 * than is visible. Sources whose members all occur in `shown`, the rest of the hover, are left out.
 */
export function seriesHoverText(found: SeriesAtResult, shown: string): Block[] {
  const sources = found.sources.filter(({ members }) => !members.every(({ text }) => shown.includes(text)));
  if (found.slogan !== undefined) return sloganText(found, found.slogan);
  if (sources.length === 0) return [];
  const head: Inline[] = [{ strong: t('series.members', found.members.length) }, '　', joined(found.members)];
  return [{ lines: [head] }, ...sources.map(sourceText)];
}

function sloganText({ members, sources }: SeriesAtResult, slogan: string): Block[] {
  if (members.length === 0 && sources.length === 0) return [];
  const items = members.length > 0 ? members : sources[0]!.members;
  const head: Inline[] = [{ strong: slogan }, '　', t('series.items', items.length)];
  const own: Block[] = members.length === 0 ? [] : [{ lines: [[joined(members), `（${t('series.inDraft')}）`]] }];
  return [{ lines: [head] }, ...own, ...sources.map(sourceText)];
}

function sourceText(series: CorpusSeries): Block {
  return { quote: true, lines: [[joined(series.members)], ...sourceLines(series.provenance)] };
}

function joined(members: ReadonlyArray<{ readonly text: string }>): string {
  return members.map(({ text }) => shorten(text, longestMember)).join(' ｜ ');
}
