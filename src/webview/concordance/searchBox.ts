import { element } from '../page.ts';

/** How long after the last key a search starts, in milliseconds. */
const pause = 250;

/** The query box. While an input method composes nothing is searched; what it commits is. */
export class SearchBox {
  readonly element: HTMLInputElement;
  readonly #onSearch: (query: string) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last = '';

  constructor(placeholder: string, label: string, onSearch: (query: string) => void) {
    this.#onSearch = onSearch;
    const attributes = { type: 'search', class: 'query', placeholder, 'aria-label': label, spellcheck: 'false' };
    this.element = element('input', { ...attributes, autocomplete: 'off', maxlength: '400' });
    this.element.addEventListener('input', event => {
      if (!(event instanceof InputEvent && event.isComposing)) this.#searchSoon();
    });
    this.element.addEventListener('compositionstart', () => clearTimeout(this.#timer));
    this.element.addEventListener('compositionend', () => this.#searchSoon());
    this.element.addEventListener('keydown', event => {
      if (event.key === 'Enter' && !event.isComposing) this.#searchNow();
    });
  }

  /** Shows a query that comes from elsewhere, and searches for it. */
  set(query: string): void {
    this.element.value = query;
    this.#searchNow();
  }

  #searchSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.element.value !== this.#last) this.#searchNow();
    }, pause);
  }

  #searchNow(): void {
    clearTimeout(this.#timer);
    this.#last = this.element.value;
    this.#onSearch(this.#last);
  }
}
