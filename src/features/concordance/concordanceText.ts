// The texts that the concordance panel shows and exports. Pure: data in, data out.

import type { Collocate } from '../../core/concordance/collocates.ts';
import type { ConcordanceLine, ConcordanceResult } from '../../core/concordance/concordance.ts';
import type { DocumentDispersion, YearFrequency } from '../../core/concordance/distribution.ts';
import type { KwicLine, Provenance } from '../../core/document/provenance.ts';
import { t } from '../../vscode/messages.ts';
import type {
  ConcordanceTexts,
  DocumentRow,
  FacetName,
  Label,
  LineRow,
  Part,
  Sort,
  ToConcordance,
  WordRow,
  YearRow,
} from '../../webview/concordance/messages.ts';
import { facets, labels, parts, sorts } from '../../webview/concordance/messages.ts';

/** A year with fewer documents has no meaningful frequency. */
const enoughDocuments = 5;

/** All fixed texts of the page, in the display language. */
export function concordanceTexts(): ConcordanceTexts {
  return {
    title: t('concordance.title'),
    placeholder: t('concordance.placeholder'),
    empty: t('concordance.empty'),
    help: helpRows(),
    sorts: named<Sort>(sorts, sort => t(`concordance.sort.${sort}`)),
    tabs: named<'lines' | Part>(['lines', ...parts], part => t(`concordance.tab.${part}`)),
    facets: named<FacetName>(facets, facet => t(`concordance.facet.${facet}`)),
    labels: named<Label>(labels, label => t(`concordance.label.${label}`, enoughDocuments)),
  };
}

function helpRows(): ConcordanceTexts['help'] {
  return [
    { term: t('concordance.help.example'), meaning: t('concordance.help.text') },
    { term: '~', meaning: t('concordance.help.gap') },
    { term: '?', meaning: t('concordance.help.character') },
    { term: '(…)  \\1', meaning: t('concordance.help.group') },
    { term: 'A  B  C  D', meaning: t('concordance.help.variable') },
    { term: '"…"  \\', meaning: t('concordance.help.literal') },
    { term: '↑ ↓ PgUp PgDn Home End', meaning: t('concordance.help.move') },
    { term: 'Enter', meaning: t('concordance.help.open') },
    { term: 'Ctrl+C', meaning: t('concordance.help.copy') },
    { term: 'I', meaning: t('concordance.help.insert') },
    { term: 'E', meaning: t('concordance.help.export') },
  ];
}

/** «1,342 处，980 篇»; empty for an empty query. */
export function statusText(result: ConcordanceResult, isFiltered: boolean): string {
  const { inCards } = result;
  const status = corpusStatus(result, isFiltered);
  return inCards === 0 ? status : t('concordance.withCards', status, inCards);
}

function corpusStatus(result: ConcordanceResult, isFiltered: boolean): string {
  const { query, inCards, occurrences, documents, listed, isComplete, progress } = result;
  if (query === '') return '';
  const [all, shown, within] = [occurrences, listed - inCards, documents].map(count => count.toLocaleString('en')) as [
    string,
    string,
    string,
  ];
  if (!isComplete) return t('concordance.searching', all, Math.floor(progress * 100));
  if (occurrences === 0) return t('concordance.none');
  if (isFiltered) return t('concordance.filtered', all, shown, within);
  return listed - inCards < occurrences ? t('concordance.sampled', all, shown) : t('concordance.found', all, within);
}

export function lineRow(line: ConcordanceLine): LineRow {
  const { documentId, title, isCard, before, match, after, inDocument } = line;
  const row = {
    documentId,
    title: isCard ? t('concordance.card', title) : `《${title}》`,
    detail: detailOf(line),
    before,
    match,
    after,
  };
  return inDocument === undefined ? row : { ...row, inDocument };
}

function detailOf({ speaker, date }: { readonly speaker?: string; readonly date?: string }): string {
  return [speaker, date].filter(part => part !== undefined && part !== '').join(' · ');
}

/** The content of the tab `part`. */
export function partMessage(search: number, part: Part, result: ConcordanceResult): ToConcordance | undefined {
  const { dispersion, years, collocates, clusters } = result;
  switch (part) {
    case 'dispersion': {
      const note = t('concordance.documentsNote', dispersion?.length ?? 0);
      return dispersion && { type: part, search, note, rows: dispersion.map(documentRow) };
    }
    case 'years':
      return years && { type: part, search, rows: years.map(yearRow) };
    case 'collocates': {
      if (collocates === undefined) return undefined;
      const [before, after] = [collocates.before.map(wordRow), collocates.after.map(wordRow)];
      return { type: part, search, note: t('concordance.examined', collocates.examined), before, after };
    }
    case 'clusters':
      return (
        clusters && { type: part, search, note: t('concordance.examined', clusters.examined), rows: clusters.clusters }
      );
  }
}

function documentRow(document: DocumentDispersion): DocumentRow {
  const { title, occurrences, bins } = document;
  return { title: `《${title}》`, detail: detailOf(document), occurrences, bins };
}

function yearRow({ year, occurrences, documents, corpusDocuments, corpusCharacters }: YearFrequency): YearRow {
  const perMillion = (occurrences * 1e6) / Math.max(1, corpusCharacters);
  return { year, occurrences, documents, corpusDocuments, perMillion, isThin: corpusDocuments < enoughDocuments };
}

function wordRow({ word, occurrences, logDice }: Collocate): WordRow {
  return { word, occurrences, logDice: logDice.toFixed(1) };
}

/** «真抓实干，务求实效。（《在推进会上的讲话》，李文山，2024-03-01）»: the line with its context and where it comes from. */
export function withCitation(line: KwicLine): string {
  return `${line.before}${line.match}${line.after}${citation(line)}`;
}

function citation({ title, speaker, date }: Provenance): string {
  return `（${[`《${title}》`, speaker, date].filter(part => part !== undefined).join('，')}）`;
}

/** A table of lines for a spreadsheet: tab-separated, with a heading and a byte order mark, without which Excel would not know UTF-8. */
export function toTsv(lines: readonly KwicLine[]): string {
  const columns = ['title', 'speaker', 'occasion', 'date', 'section', 'before', 'match', 'after', 'path'] as const;
  const head = columns.map(column => t(`concordance.header.${column}`));
  const rows = lines.map(line => {
    const { title, speaker = '', occasion = '', date = '', sectionPath, before, match, after, path } = line;
    return [title, speaker, occasion, date, sectionPath.join(' › '), before, match, after, path].map(tsvCell);
  });
  return `\ufeff${[head, ...rows].map(cells => cells.join('\t')).join('\r\n')}\r\n`;
}

/** Tabs and line ends would end the cell; text that begins like a formula would become one. */
function tsvCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}

function named<K extends string>(names: readonly K[], textOf: (name: K) => string): Record<K, string> {
  return Object.fromEntries(names.map(name => [name, textOf(name)])) as Record<K, string>;
}
