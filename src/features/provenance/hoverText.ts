// The content of a hover. Pure: data in, blocks of Markdown out.

import type { GoingOn } from '../../core/hover/clauseEdges.ts';
import type { CountedPhrase, HoverResult } from '../../core/hover/hoverResult.ts';
import { commands, phraseActions } from '../../manifest.ts';
import { type Block, type CommandLink, type Inline, renderBlocks } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { shorten } from '../../vscode/shorten.ts';
import { crop, hitBlock } from './evidence.ts';
import { sparkline } from './sparkline.ts';

/** In bytes of UTF-8; larger hovers are slow to paint. */
const largestHover = 4096;
/** Context on each side of a match, in UTF-16 units: two lines of the hover. */
const contextWidth = 24;
/** Longest part of a dictionary's explanation that is shown; some tell stories. */
const longestExplanation = 160;
/** Longest list of series members: it stays on one line, so that the first source is visible without scrolling. */
const longestSeries = 36;
/** Number of sources shown above the cards; more would push the cards out of sight. */
const sourcesBeforeCards = 2;

/** Place of the pointer in the draft. Links contain this place and no text, since text in links could be forged. */
export interface HoverPlace {
  readonly line: number;
  readonly character: number;
}

/**
 * First the kind of the phrase and its frequency, then its sources in the corpus and on the user's cards, then the series it belongs to,
 * then the actions. If all of it is too long, parts are left out, the series before the sources.
 */
export function hoverBlocks(found: HoverResult, place: HoverPlace, ofSeries: readonly Block[] = []): Block[] {
  const head: Block = { lines: [firstLine(found), ...detailLines(found, ofSeries.length > 0)] };
  const actions: Block[] = found.hits.length === 0 ? [] : [{ lines: [actionLine(found, place)] }];
  const hits = found.cards.length === 0 ? found.hits : found.hits.slice(0, sourcesBeforeCards);
  const evidence = [...[...hits, ...found.cards].map(hit => hitBlock(hit, contextWidth)), ...ofSeries];
  while (evidence.length > 1 && sizeOf([head, ...evidence, ...actions]) > largestHover) evidence.pop();
  return [head, ...evidence, ...actions];
}

function sizeOf(blocks: readonly Block[]): number {
  return new TextEncoder().encode(renderBlocks(blocks)).length;
}

/** «**真抓实干**　成语 zhēn zhuā shí gàn · 12篇 · 15次»; «…**以实绩检验忠诚**　相同文字7字 · 3篇 · 3次» for a mere excerpt. */
function firstLine({ phrase, kind, goesOn, documents, occurrences, dictionary }: HoverResult): Inline[] {
  const reading = dictionary?.word === phrase && dictionary.reading !== undefined ? ` ${dictionary.reading}` : '';
  const counts = documents === 0 ? t('hover.noSource') : countsText({ phrase, documents, occurrences });
  const said = kind === 'stretch' ? excerpt(phrase, goesOn) : [{ strong: crop(phrase) }];
  return [...said, `　${t(`hover.kind.${kind}`, phrase.length)}${reading} · ${counts}`];
}

function detailLines(found: HoverResult, hasSeries: boolean): Inline[][] {
  const { wider, inner, years, series, variants, dictionary } = found;
  const lines: Inline[][] = [];
  if (wider !== undefined)
    lines.push([t('hover.wider'), ...excerpt(wider.phrase, wider.goesOn), `　${countsText(wider)}`]);
  if (inner !== undefined) {
    const kind = t(`hover.kind.${inner.kind}`);
    lines.push([t('hover.inner'), { strong: inner.phrase }, `　${kind} · ${countsText(inner)}`]);
  }
  if (years.length > 1) lines.push([t('hover.years', sparkline(years))]);
  if (series !== undefined && !hasSeries)
    lines.push([t('hover.series', shorten(series.members.join(' / '), longestSeries))]);
  if (variants.length > 0) {
    const each = variants.flatMap((variant): Inline[] => [{ strong: variant.phrase }, ` ${countsText(variant)}　`]);
    lines.push([t('hover.variants'), ...each]);
  }
  if (dictionary?.explanation !== undefined) lines.push([t('hover.dictionary', said(dictionary.explanation))]);
  if (dictionary?.derivation !== undefined) lines.push([t('hover.derivation', said(dictionary.derivation))]);
  return lines;
}

function said(text: string): string {
  return text.length > longestExplanation ? `${text.slice(0, longestExplanation)}…` : text;
}

/** The phrase, with dots where the draft's clause continues beyond it. */
function excerpt(phrase: string, { before, after }: GoingOn): Inline[] {
  return [before ? '…' : '', { strong: crop(phrase) }, after ? '…' : ''];
}

function countsText({ documents, occurrences }: CountedPhrase): string {
  return documents === 1 ? t('hover.single', occurrences) : t('hover.counts', documents, occurrences);
}

function actionLine({ occurrences }: HoverResult, { line, character }: HoverPlace): Inline[] {
  const all: CommandLink = {
    label: t('hover.more', occurrences),
    command: commands.concordanceAt,
    arguments: [line, character],
  };
  const others = phraseActions.map(
    (action): CommandLink => ({
      label: t(`hover.${action}`),
      command: commands.atPhrase,
      arguments: [action, line, character],
    }),
  );
  return [...(occurrences > 1 ? [all] : []), ...others].flatMap((link, i): Inline[] =>
    i === 0 ? [link] : ['　', link],
  );
}
