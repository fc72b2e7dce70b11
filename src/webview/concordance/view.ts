import { element } from '../page.ts';
import { FilterBar } from './filterBar.ts';
import { HelpPanel } from './helpPanel.ts';
import { LineGrid } from './lineGrid.ts';
import {
  type ConcordanceTexts,
  type FromConcordance,
  type LineRow,
  type Part,
  parts,
  type Sort,
  sorts,
  type ToConcordance,
} from './messages.ts';
import { SearchBox } from './searchBox.ts';
import { clusterTable, collocateTables, documentTable, nextRow, yearTable } from './tables.ts';
import { Tabs } from './tabs.ts';

type Answer = Exclude<ToConcordance, { readonly type: 'texts' }>;
type PartAnswer = Answer & { readonly type: Part };

/** The whole page. It numbers its searches: what answers an earlier one is not shown. */
export class ConcordanceView {
  readonly element: HTMLElement;
  readonly #texts: ConcordanceTexts;
  readonly #post: (message: FromConcordance) => void;
  readonly #box: SearchBox;
  readonly #sort: HTMLSelectElement;
  readonly #status = element('p', { class: 'status', role: 'status' });
  readonly #filters: FilterBar;
  readonly #tabs: Tabs<'lines' | Part>;
  readonly #grid: LineGrid;
  readonly #whole = element('p', { class: 'whole quiet' });
  readonly #help: HelpPanel;
  #search = 0;
  #query = '';
  #isComplete = false;
  /** Parts that the search shown has been asked for. */
  readonly #asked = new Set<Part>();

  constructor(texts: ConcordanceTexts, post: (message: FromConcordance) => void) {
    this.#texts = texts;
    this.#post = post;
    this.#box = new SearchBox(texts.placeholder, texts.title, query => this.#searchFor(query));
    this.#sort = element(
      'select',
      { 'aria-label': texts.labels.sort },
      ...sorts.map(sort => element('option', { value: sort }, texts.sorts[sort])),
    );
    this.#sort.addEventListener('change', () => this.#ask());
    this.#filters = new FilterBar(texts, () => this.#ask());
    this.#tabs = new Tabs(texts.tabs, ['lines', ...parts], texts.title, () => this.#askForPart());
    this.#grid = new LineGrid(
      {
        onWant: (offset, limit) => post({ type: 'lines', search: this.#search, offset, limit }),
        onActive: line => this.#showWhole(line),
        loading: texts.labels.loading,
      },
      texts.labels.lines,
    );
    this.#help = new HelpPanel(texts);
    this.#tabs.panels.lines.append(this.#columnHeads(), this.#grid.element, this.#whole);
    const head = element('header', {}, this.#box.element, this.#sort, this.#helpButton());
    const panels = element('div', { class: 'panels' }, ...Object.values(this.#tabs.panels));
    this.element = element(
      'div',
      { class: 'page' },
      head,
      this.#filters.element,
      this.#tabs.element,
      this.#status,
      panels,
      this.#help.element,
    );
    this.element.addEventListener('keydown', event => this.#press(event));
    this.#grid.element.addEventListener('click', ({ target }) => this.#activateAt(target));
    this.#grid.element.addEventListener('dblclick', () => this.#act('openLine'));
    this.#status.textContent = texts.empty;
  }

  focus(): void {
    this.#box.element.focus();
  }

  receive(message: Answer): void {
    if (message.type === 'open') {
      this.#tabs.show('lines');
      this.#box.set(message.query);
      this.focus();
      return;
    }
    if (message.search !== this.#search) return;
    switch (message.type) {
      case 'state':
        this.#showState(message);
        break;
      case 'lines':
        this.#grid.receive(message.offset, message.lines);
        break;
      case 'facets':
        this.#filters.show(message.facets);
        break;
      default:
        this.#tabs.panels[message.type].replaceChildren(...this.#partNodes(message));
    }
  }

  /** A new query: the filter was chosen among the lines of the old one. */
  #searchFor(query: string): void {
    if (query !== this.#query) this.#filters.clear();
    this.#query = query;
    this.#ask();
  }

  #ask(): void {
    this.#search++;
    this.#isComplete = false;
    this.#asked.clear();
    this.#grid.clear();
    const sort = this.#sort.value as Sort;
    this.#post({ type: 'search', search: this.#search, query: this.#query, sort, filter: this.#filters.filter });
  }

  #showState({ status, isError, isComplete, listed }: Answer & { readonly type: 'state' }): void {
    this.#status.textContent = status === '' ? this.#texts.empty : status;
    this.#status.classList.toggle('error', isError);
    // Only now are the lines in the order that was asked for.
    if (isComplete && !this.#isComplete) this.#grid.forget();
    this.#isComplete = isComplete;
    this.#grid.resize(listed);
    if (isComplete) this.#askForPart();
  }

  #askForPart(): void {
    const part = this.#tabs.current;
    if (part === 'lines' || !this.#isComplete || this.#asked.has(part)) return;
    this.#asked.add(part);
    this.#tabs.panels[part].replaceChildren(element('p', { class: 'quiet' }, this.#texts.labels.loading));
    this.#post({ type: 'part', search: this.#search, part });
  }

  #partNodes(message: PartAnswer): readonly Node[] {
    const texts = this.#texts;
    if (message.type === 'years') return [yearTable(texts, message.rows)];
    const note = element('p', { class: 'quiet' }, message.note);
    switch (message.type) {
      case 'dispersion':
        return [note, documentTable(texts, message.rows, row => this.#post({ type: 'openDocument', row }))];
      case 'collocates':
        return [note, collocateTables(texts, message.before, message.after)];
      case 'clusters':
        return [note, clusterTable(texts, message.rows, row => this.#post({ type: 'openCluster', row }))];
    }
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const inGrid = event.target === this.#grid.element;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const withControl = event.ctrlKey || event.metaKey;
    if (key === 'F1') this.#help.toggle();
    else if (event.target === this.#box.element && key === 'ArrowDown' && this.#grid.size > 0) this.#enterGrid();
    else if (!inGrid) return;
    else if (key === 'c' && withControl && getSelection()?.toString() === '') this.#act('copyLine');
    else if (withControl || event.altKey) return;
    else if (key === 'Enter') this.#act('openLine');
    else if (key === 'i') this.#act('insertLine');
    else if (key === 'e') this.#post({ type: 'export' });
    else if (key === '/') this.focus();
    else {
      const next = nextRow(key, this.#grid.active, this.#grid.size, this.#grid.pageLength);
      if (next === undefined) return;
      this.#grid.activate(next);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #enterGrid(): void {
    this.#tabs.show('lines');
    this.#grid.element.focus();
  }

  #activateAt(target: EventTarget | null): void {
    const line = target instanceof Node ? this.#grid.lineOf(target) : -1;
    if (line >= 0) this.#grid.activate(line);
  }

  #act(type: 'openLine' | 'copyLine' | 'insertLine'): void {
    if (this.#grid.size > 0) this.#post({ type, row: this.#grid.active });
  }

  /** The source of the active line at full length: a column beside the words has room for the beginning of a title. */
  #showWhole(line: LineRow | undefined): void {
    const text = line === undefined ? '' : [line.title, line.detail].filter(part => part !== '').join(' · ');
    if (this.#whole.textContent !== text) this.#whole.textContent = text;
  }

  #columnHeads(): HTMLElement {
    const { source, before, match } = this.#texts.labels;
    const head = (name: string, title: string): HTMLElement => element('span', { class: name }, title);
    const heads = [head('source', source), head('before', before), head('right', match)];
    return element('div', { class: 'heads quiet', 'aria-hidden': 'true' }, ...heads);
  }

  #helpButton(): HTMLElement {
    const { helpTitle, keys } = this.#texts.labels;
    const button = element('button', { type: 'button', class: 'help', title: keys, 'aria-label': helpTitle }, '?');
    button.addEventListener('click', () => this.#help.toggle());
    return button;
  }
}
