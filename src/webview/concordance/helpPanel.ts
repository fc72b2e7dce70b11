import { element } from '../page.ts';
import type { ConcordanceTexts } from './messages.ts';

/** How queries are written and what keys do; F1 shows it and Escape puts it away. */
export class HelpPanel {
  readonly element: HTMLDialogElement;

  constructor({ help, labels }: ConcordanceTexts) {
    const rows = help.flatMap(({ term, meaning }) => [element('dt', {}, term), element('dd', {}, meaning)]);
    const close = element('button', { type: 'button' }, labels.close);
    close.addEventListener('click', () => this.element.close());
    this.element = element(
      'dialog',
      { 'aria-label': labels.helpTitle },
      element('h2', {}, labels.helpTitle),
      element('dl', {}, ...rows),
      close,
    );
  }

  toggle(): void {
    if (this.element.open) this.element.close();
    else this.element.showModal();
  }
}
