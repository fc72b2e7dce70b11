import { element } from '../page.ts';
import { LinePages } from './linePages.ts';
import type { LineRow } from './messages.ts';

/** How long the view must rest after a leap, in milliseconds. */
const restPause = 60;
/** Rows drawn beyond the edges of the view. */
const margin = 8;

export interface LineGridOptions {
  /** Lines from `offset` on are wanted. */
  readonly onWant: (offset: number, limit: number) => void;
  /** What the active line is now, as often as anything is drawn; nothing while it has not come. */
  readonly onActive: (line: LineRow | undefined) => void;
  readonly loading: string;
}

/** What one of the few rows that exist shows, and where. */
interface DrawnRow {
  readonly element: HTMLElement;
  readonly source: HTMLElement;
  readonly before: HTMLElement;
  readonly match: HTMLElement;
  readonly after: HTMLElement;
  /** Number of the line it shows; -1 while it shows none. */
  line: number;
  isLoaded: boolean;
  isActive: boolean;
}

/**
 * The lines of a concordance as a grid of rows of one height, of which only those in view exist: rows are drawn anew as they come into
 * view, and their lines asked for by the page. One line is the active one; keys move it, and assistive technology is told of it.
 */
export class LineGrid {
  readonly element: HTMLElement;
  readonly #canvas = element('div', { class: 'canvas', role: 'presentation' });
  readonly #options: LineGridOptions;
  readonly #pages: LinePages;
  readonly #rows: DrawnRow[] = [];
  #size = 0;
  #active = 0;
  #rowHeight = 24;
  #isScheduled = false;
  /** Where the last draw was, to tell leaps from steps. */
  #drawnTop = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LineGridOptions, label: string) {
    this.#options = options;
    this.#pages = new LinePages(options.onWant);
    this.element = element('div', { class: 'lines', role: 'grid', tabindex: '0', 'aria-label': label }, this.#canvas);
    this.element.addEventListener('scroll', () => this.#schedule(), { passive: true });
    new ResizeObserver(() => this.#measure()).observe(this.element);
  }

  get active(): number {
    return this.#active;
  }

  get size(): number {
    return this.#size;
  }

  /** The active line, if it has come. */
  get activeLine(): LineRow | undefined {
    return this.#pages.at(this.#active);
  }

  /** A new search: nothing of the old lines is shown any longer. */
  clear(): void {
    this.forget();
    this.#active = 0;
    this.element.scrollTop = 0;
    this.resize(0);
  }

  /** Lines have changed, their places in the view have not. */
  forget(): void {
    this.#pages.clear();
    for (const row of this.#rows) row.isLoaded = false;
    this.#schedule();
  }

  resize(size: number): void {
    this.#size = size;
    this.#active = Math.max(0, Math.min(this.#active, size - 1));
    this.element.setAttribute('aria-rowcount', String(size));
    this.#canvas.style.blockSize = `${size * this.#rowHeight}px`;
    this.#schedule();
  }

  receive(offset: number, lines: readonly LineRow[]): void {
    const hasCome = this.#pages.receive(offset, lines);
    for (const row of this.#rows) if (hasCome(row.line)) row.isLoaded = false;
    this.#schedule();
  }

  /** The line that a node of the page belongs to, -1 for none. */
  lineOf(node: Node): number {
    return this.#rows.find(row => row.line >= 0 && row.element.contains(node))?.line ?? -1;
  }

  /** Moves to a line, as near as there is one, and brings it into view. */
  activate(line: number): void {
    this.#active = Math.max(0, Math.min(line, this.#size - 1));
    const top = this.#active * this.#rowHeight;
    const bottom = top + this.#rowHeight;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (bottom > scrollTop + clientHeight) this.element.scrollTop = bottom - clientHeight;
    this.#draw();
  }

  /** Rows of a whole view, for the page keys. */
  get pageLength(): number {
    return Math.max(1, Math.floor(this.element.clientHeight / this.#rowHeight) - 1);
  }

  #measure(): void {
    const size = Number.parseFloat(getComputedStyle(this.element).fontSize);
    this.#rowHeight = Math.round(size * 1.9);
    this.element.style.setProperty('--row-height', `${this.#rowHeight}px`);
    this.resize(this.#size);
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    requestAnimationFrame(() => {
      this.#isScheduled = false;
      this.#draw();
    });
  }

  #draw(): void {
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / this.#rowHeight) - margin);
    const last = Math.min(this.#size, Math.ceil((scrollTop + clientHeight) / this.#rowHeight) + margin);
    while (this.#rows.length < last - first) this.#rows.push(this.#makeRow());
    // A line keeps its row while both are in view, so that most of a scroll draws a row or two.
    const count = this.#rows.length;
    const drawn = new Set<DrawnRow>();
    for (let line = first; line < last; line++) {
      const row = this.#rows[line % count]!;
      drawn.add(row);
      this.#show(row, line);
    }
    for (const row of this.#rows) if (!drawn.has(row)) this.#hide(row);
    const isActiveDrawn = this.#active >= first && this.#active < last;
    if (isActiveDrawn) this.element.setAttribute('aria-activedescendant', rowId(this.#rows[this.#active % count]!));
    else this.element.removeAttribute('aria-activedescendant');
    this.#options.onActive(this.activeLine);
    this.#wantAtRest(first, last, Math.abs(scrollTop - this.#drawnTop) > clientHeight);
    this.#drawnTop = scrollTop;
  }

  /** While the view leaps nothing is asked for: what flies past is not read. */
  #wantAtRest(first: number, last: number, isLeaping: boolean): void {
    clearTimeout(this.#rest);
    if (isLeaping) this.#rest = setTimeout(() => this.#pages.want(first, last), restPause);
    else this.#pages.want(first, last);
  }

  #show(row: DrawnRow, line: number): void {
    const data = this.#pages.at(line);
    const isActive = line === this.#active;
    if (row.isActive !== isActive) row.element.setAttribute('aria-selected', String(isActive));
    row.isActive = isActive;
    if (row.line === line && row.isLoaded) return;
    if (row.line !== line) {
      row.line = line;
      row.element.hidden = false;
      row.element.setAttribute('aria-rowindex', String(line + 1));
      row.element.style.transform = `translateY(${line * this.#rowHeight}px)`;
    }
    row.isLoaded = data !== undefined;
    row.source.textContent = data === undefined ? this.#options.loading : this.#sourceOf(line, data);
    row.source.title = data === undefined ? '' : `${data.title}\n${data.detail}`;
    row.before.textContent = data?.before ?? '';
    row.match.textContent = data?.match ?? '';
    row.after.textContent = data?.after ?? '';
  }

  /** Where lines are together by document, its title stands at the first of them only. */
  #sourceOf(line: number, { title, detail, documentId, inDocument }: LineRow): string {
    if (inDocument === undefined) return `${title} ${detail}`;
    const isFirst = line === 0 || this.#pages.at(line - 1)?.documentId !== documentId;
    return isFirst ? `${title} ${inDocument}` : '';
  }

  #hide(row: DrawnRow): void {
    if (row.line < 0) return;
    row.line = -1;
    row.isLoaded = false;
    row.element.hidden = true;
  }

  #makeRow(): DrawnRow {
    const cell = (name: string, column: number): HTMLElement =>
      element('span', { class: name, role: 'gridcell', 'aria-colindex': String(column) });
    const [source, before, match, after] = [cell('source', 1), cell('before', 2), cell('match', 3), cell('after', 4)];
    const row = element(
      'div',
      { class: 'line', role: 'row', id: `line-${this.#rows.length}` },
      source,
      before,
      element('span', { class: 'right', role: 'presentation' }, match, after),
    );
    this.#canvas.append(row);
    return { element: row, source, before, match, after, line: -1, isLoaded: false, isActive: false };
  }
}

function rowId(row: DrawnRow): string {
  return row.element.id;
}
