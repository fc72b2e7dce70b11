import { element } from '../page.ts';
import { type ConcordanceTexts, type FacetName, type FacetRow, type Filter, facets } from './messages.ts';

/** Facets as menus of values, and what is chosen as chips that a press takes away. */
export class FilterBar {
  readonly element: HTMLElement;
  readonly #texts: ConcordanceTexts;
  readonly #onChange: () => void;
  readonly #menus = element('div', { class: 'menus' });
  readonly #chips = element('div', { class: 'chips' });
  readonly #chosen = new Map<FacetName, Set<string>>();

  constructor(texts: ConcordanceTexts, onChange: () => void) {
    this.#texts = texts;
    this.#onChange = onChange;
    this.element = element(
      'div',
      { class: 'filters', role: 'group', 'aria-label': texts.labels.filters },
      this.#menus,
      this.#chips,
    );
    this.element.addEventListener('keydown', event => {
      if (event.key !== 'Escape') return;
      this.#close()?.focus();
      event.stopPropagation();
    });
    addEventListener('pointerdown', ({ target }) => {
      if (target instanceof Node && !this.#menus.contains(target)) this.#close();
    });
  }

  get filter(): Filter {
    const chosen = Array.from(this.#chosen, ([facet, values]) => [facet, [...values]] as const);
    return Object.fromEntries(chosen.filter(([, values]) => values.length > 0));
  }

  /** Chooses nothing and offers nothing, as for another query. */
  clear(): void {
    this.#chosen.clear();
    this.#menus.replaceChildren();
    this.#drawChips();
  }

  show(rows: readonly FacetRow[]): void {
    const open = this.#menus.querySelector<HTMLDetailsElement>('details[open]')?.dataset['facet'];
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['value'] : undefined;
    this.#menus.replaceChildren(...rows.filter(row => this.#isWorthShowing(row)).map(row => this.#menu(row)));
    const menu = this.#menus.querySelector<HTMLDetailsElement>(`details[data-facet="${open ?? ''}"]`);
    if (menu === null) return;
    menu.open = true;
    [...menu.querySelectorAll('button')].find(button => button.dataset['value'] === focused)?.focus();
  }

  /** One value for all lines tells nothing, unless it is one that was chosen. */
  #isWorthShowing({ facet, values }: FacetRow): boolean {
    return values.length > 1 || (this.#chosen.get(facet)?.size ?? 0) > 0;
  }

  #menu({ facet, values }: FacetRow): HTMLDetailsElement {
    const items = values.map(({ value, occurrences }) => {
      const isChosen = this.#chosen.get(facet)?.has(value) ?? false;
      const count = element('span', { class: 'count' }, occurrences.toLocaleString());
      const button = element(
        'button',
        { type: 'button', 'aria-pressed': String(isChosen), 'data-value': value },
        element('span', {}, this.#nameOf(value)),
        count,
      );
      button.addEventListener('click', () => this.#toggle(facet, value));
      return button;
    });
    const name = this.#texts.facets[facet];
    const list = element('div', { class: 'values', role: 'group', 'aria-label': name }, ...items);
    const menu = element('details', { 'data-facet': facet, name: 'facet' }, element('summary', {}, name), list);
    menu.addEventListener('keydown', event => moveFocus(event, items));
    return menu;
  }

  #toggle(facet: FacetName, value: string): void {
    const values = this.#chosen.get(facet) ?? new Set();
    if (!values.delete(value)) values.add(value);
    this.#chosen.set(facet, values);
    this.#drawChips();
    this.#onChange();
  }

  #drawChips(): void {
    const chips = facets.flatMap(facet =>
      Array.from(this.#chosen.get(facet) ?? [], value => {
        const label = `${this.#texts.facets[facet]} ${this.#nameOf(value)}`;
        const remove = element('span', { 'aria-hidden': 'true' }, ' ×');
        const attributes = { type: 'button', class: 'chip', 'aria-label': `${this.#texts.labels.remove} ${label}` };
        const chip = element('button', attributes, label, remove);
        chip.addEventListener('click', () => this.#toggle(facet, value));
        return chip;
      }),
    );
    this.#chips.replaceChildren(...chips);
  }

  #nameOf(value: string): string {
    return value === '' ? this.#texts.labels.unknown : value;
  }

  /** Closes the menu that is open; returns what opens it. */
  #close(): HTMLElement | null {
    const open = this.#menus.querySelector<HTMLDetailsElement>('details[open]');
    if (open === null) return null;
    open.open = false;
    return open.querySelector('summary');
  }
}

/** Arrow keys go from one button to the next. */
function moveFocus(event: KeyboardEvent, items: readonly HTMLElement[]): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || items.length === 0) return;
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[Math.max(0, Math.min(items.length - 1, at + step))]!.focus();
  event.preventDefault();
}
