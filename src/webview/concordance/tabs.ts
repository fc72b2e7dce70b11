import { element } from '../page.ts';

/** Tabs over panels, of which one is shown; arrow keys go from tab to tab. */
export class Tabs<Name extends string> {
  readonly element: HTMLElement;
  readonly panels: Readonly<Record<Name, HTMLElement>>;
  readonly #names: readonly Name[];
  readonly #tabs: readonly HTMLElement[];
  readonly #onChange: (name: Name) => void;
  #current: Name;

  constructor(
    titles: Readonly<Record<Name, string>>,
    names: readonly Name[],
    label: string,
    onChange: (name: Name) => void,
  ) {
    this.#names = names;
    this.#onChange = onChange;
    this.#current = names[0]!;
    this.#tabs = names.map(name =>
      element(
        'button',
        { type: 'button', role: 'tab', id: `tab-${name}`, 'aria-controls': `panel-${name}` },
        titles[name],
      ),
    );
    const panels = names.map(
      name =>
        [name, element('div', { role: 'tabpanel', id: `panel-${name}`, 'aria-labelledby': `tab-${name}` })] as const,
    );
    this.panels = Object.fromEntries(panels) as unknown as Record<Name, HTMLElement>;
    this.element = element('div', { role: 'tablist', 'aria-label': label }, ...this.#tabs);
    this.element.addEventListener('click', ({ target }) => {
      const at = this.#tabs.findIndex(tab => target instanceof Node && tab.contains(target));
      if (at >= 0) this.show(names[at]!);
    });
    this.element.addEventListener('keydown', event => this.#move(event));
    this.#draw();
  }

  get current(): Name {
    return this.#current;
  }

  show(name: Name): void {
    this.#current = name;
    this.#draw();
    this.#onChange(name);
  }

  #move(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const count = this.#names.length;
    const at = (this.#names.indexOf(this.#current) + step + count) % count;
    this.show(this.#names[at]!);
    this.#tabs[at]!.focus();
    event.preventDefault();
  }

  #draw(): void {
    for (const [i, name] of this.#names.entries()) {
      const isCurrent = name === this.#current;
      this.#tabs[i]!.setAttribute('aria-selected', String(isCurrent));
      this.#tabs[i]!.setAttribute('tabindex', isCurrent ? '0' : '-1');
      this.panels[name].hidden = !isCurrent;
    }
  }
}
