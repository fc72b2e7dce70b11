import { ListCounter, MAX_LEVELS } from '../common/numbering.ts';
import type { Attributes } from '../common/xml.ts';
import type { OdtStyles } from './odtStyles.ts';

interface OpenList {
  readonly styleName: string | undefined;
  readonly counter: ListCounter;
  /** The list item being read has its label, or wants none. */
  labelled: boolean;
}

/** Follows the nested `text:list` elements of an .odt and gives paragraphs their labels. */
export class OdtLists {
  readonly #styles: OdtStyles;
  readonly #open: OpenList[] = [];
  readonly #byId = new Map<string, ListCounter>();
  readonly #byStyle = new Map<string, ListCounter>();
  readonly #outline = new ListCounter();

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  startList(attributes: Attributes): void {
    const parent = this.#open.at(-1);
    const styleName = attributes['style-name'] ?? parent?.styleName;
    const counter = parent?.counter ?? this.#continued(attributes, styleName) ?? new ListCounter();
    if (attributes['id'] !== undefined) this.#byId.set(attributes['id'], counter);
    if (styleName !== undefined) this.#byStyle.set(styleName, counter);
    this.#open.push({ styleName, counter, labelled: true });
  }

  endList(): void {
    this.#open.pop();
  }

  startItem(name: string, attributes: Attributes): void {
    const list = this.#open.at(-1);
    if (list === undefined) return;
    list.labelled = name === 'text:list-header';
    const start = Number.parseInt(attributes['start-value'] ?? '', 10);
    if (!Number.isNaN(start)) list.counter.restart(this.#open.length - 1, start);
  }

  /** Counts a paragraph or heading: «（一）» for the first of a list item, «» for others. */
  label(paragraphStyle: string | undefined, heading: Attributes | undefined): string {
    const list = this.#open.at(-1);
    const listStyle = this.#styles.listStyleOf(paragraphStyle);
    if (list !== undefined) {
      if (list.labelled) return '';
      list.labelled = true;
      const level = Math.min(this.#open.length, MAX_LEVELS) - 1;
      return list.counter.next(level, this.#styles.levels(list.styleName ?? listStyle));
    }
    if (heading === undefined || listStyle === '' || heading['is-list-header'] === 'true') return '';
    const level = Number.parseInt(heading['outline-level'] ?? '1', 10) - 1;
    if (!(level >= 0 && level < MAX_LEVELS) || this.#styles.outline[level]?.pattern === '') return '';
    if (heading['restart-numbering'] === 'true') this.#outline.restart(level);
    return this.#outline.next(level, this.#styles.outline);
  }

  #continued(attributes: Attributes, styleName: string | undefined): ListCounter | undefined {
    const id = attributes['continue-list'];
    if (id !== undefined) return this.#byId.get(id);
    return attributes['continue-numbering'] === 'true' && styleName !== undefined
      ? this.#byStyle.get(styleName)
      : undefined;
  }
}
