import { element, focusRow } from '../page.ts';
import { dispersionStrip, yearChart } from './charts.ts';
import type { ClusterRow, ConcordanceTexts, DocumentRow, WordRow, YearRow } from './messages.ts';

type Cell = Node | string;

/** Documents with most lines, each with the places of its own. */
export function documentTable(
  texts: ConcordanceTexts,
  rows: readonly DocumentRow[],
  onOpen: (row: number) => void,
): HTMLElement {
  const { document: name, occurrences } = texts.labels;
  const cells = rows.map(({ title, detail, occurrences: count, bins }): Cell[] => [
    element('span', {}, title, element('span', { class: 'quiet' }, ` ${detail}`)),
    count.toLocaleString(),
    dispersionStrip(bins, texts.tabs.dispersion),
  ]);
  return table([name, occurrences, texts.tabs.dispersion], cells, onOpen);
}

export function yearTable(texts: ConcordanceTexts, rows: readonly YearRow[]): HTMLElement {
  const { year, occurrences, perMillion, documents, corpusDocuments, yearsNote } = texts.labels;
  const cells = rows.map((row): Cell[] => [
    row.year,
    row.occurrences.toLocaleString(),
    row.perMillion.toFixed(1),
    String(row.documents),
    row.isThin ? element('span', { class: 'thin' }, `${row.corpusDocuments} *`) : String(row.corpusDocuments),
  ]);
  const note = element('p', { class: 'quiet' }, yearsNote);
  const head = [year, occurrences, perMillion, documents, corpusDocuments];
  return element('div', {}, yearChart(rows, texts.tabs.years), note, table(head, cells));
}

export function collocateTables(
  texts: ConcordanceTexts,
  before: readonly WordRow[],
  after: readonly WordRow[],
): HTMLElement {
  const { word, occurrences, logDice, wordsBefore, wordsAfter } = texts.labels;
  const side = (caption: string, rows: readonly WordRow[]): HTMLElement => {
    const cells = rows.map((row): Cell[] => [row.word, row.occurrences.toLocaleString(), row.logDice]);
    const made = table([word, occurrences, logDice], cells);
    made.prepend(element('caption', {}, caption));
    return made;
  };
  return element('div', { class: 'sides' }, side(wordsBefore, before), side(wordsAfter, after));
}

export function clusterTable(
  texts: ConcordanceTexts,
  rows: readonly ClusterRow[],
  onOpen: (row: number) => void,
): HTMLElement {
  const { cluster, occurrences, documents } = texts.labels;
  const cells = rows.map((row): Cell[] => [row.text, row.occurrences.toLocaleString(), row.documents.toLocaleString()]);
  return table([cluster, occurrences, documents], cells, onOpen);
}

/** A table; with `onOpen` its rows can be gone through by arrow keys and opened by Enter or a click. */
function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  onOpen?: (row: number) => void,
): HTMLElement {
  const titles = element('tr', {}, ...head.map(title => element('th', { scope: 'col' }, title)));
  const body = rows.map((cells, i) => {
    const row = element('tr', {}, ...cells.map(cell => element('td', {}, cell)));
    if (onOpen !== undefined) row.setAttribute('tabindex', i === 0 ? '0' : '-1');
    return row;
  });
  const made = element('table', {}, element('thead', {}, titles), element('tbody', {}, ...body));
  if (onOpen === undefined) return made;
  made.classList.add('openable');
  const rowOf = (target: EventTarget | null): number =>
    body.findIndex(row => target instanceof Node && row.contains(target));
  made.addEventListener('click', ({ target }) => {
    const row = rowOf(target);
    if (row >= 0) onOpen(row);
  });
  made.addEventListener('keydown', event => {
    const row = rowOf(event.target);
    const next = nextRow(event.key, row, body.length);
    if (event.key === 'Enter' && row >= 0) onOpen(row);
    else if (next !== undefined) focusRow(body, next);
    else return;
    event.preventDefault();
  });
  return made;
}

/** Where a key leads from row `row` of `size`. */
export function nextRow(key: string, row: number, size: number, page = 10): number | undefined {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: row + 1,
    ArrowUp: row - 1,
    PageDown: row + page,
    PageUp: row - page,
    Home: 0,
    End: size - 1,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.max(0, Math.min(size - 1, next));
}
