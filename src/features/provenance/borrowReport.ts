// «出处清单» as lines of text with the places they lead to. Pure.

import type { BorrowedParagraph, BorrowedResult, BorrowedStretch } from '../../core/borrow/borrowed.ts';
import type { Span } from '../../core/text/span.ts';
import { t } from '../../vscode/messages.ts';
import { sourceLine } from './provenanceText.ts';
import type { SourceArguments } from './source.ts';

/** A line of the report: one of a stretch leads to its source, one of a paragraph to the draft. */
export interface ReportLine {
  readonly text: string;
  readonly source?: SourceArguments;
  readonly draft?: Span;
}

/** Longer stretches are shown by their beginning and end. */
const longestShown = 60;

/**
 * @param name of the draft
 * @param text of the draft that `result` is about
 */
export function reportLines(name: string, text: string, result: BorrowedResult): ReportLine[] {
  const { overlap, paragraphs } = result;
  const head = [{ text: t('borrowed.title', name) }, { text: t('borrowed.overlap', percent(overlap)) }];
  if (paragraphs.length === 0) return [...head, { text: '' }, { text: t('borrowed.none') }];
  return [...head, { text: t('borrowed.keys') }, ...paragraphs.flatMap(paragraph => paragraphLines(text, paragraph))];
}

function paragraphLines(text: string, paragraph: BorrowedParagraph): ReportLine[] {
  const { number, overlap, start, end, sources, stretches } = paragraph;
  const mainly = sources.map(({ title, share }) => `《${title}》${percent(share)}`).join('、');
  return [
    { text: '' },
    { text: t('borrowed.paragraph', number, percent(overlap), mainly), draft: { start, end } },
    ...stretches.flatMap(stretch => stretchLines(text, stretch)),
  ];
}

function stretchLines(text: string, { start, end, documents, source }: BorrowedStretch): ReportLine[] {
  const place: SourceArguments = [source.documentId, source.start, source.end];
  const count = documents === 1 ? t('borrowed.single') : t('completion.documents', documents);
  return [
    { text: `　　“${shown(text.slice(start, end))}”`, draft: { start, end } },
    { text: `　　　　—— ${sourceLine(source)}　${count}`, source: place },
  ];
}

function shown(stretch: string): string {
  if (stretch.length <= longestShown) return stretch;
  return `${stretch.slice(0, longestShown / 2)}……${stretch.slice(-longestShown / 2)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
