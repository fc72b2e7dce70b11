// «篇幅»: each section's share of the draft as a bar. Arrow keys move through the rows, Enter goes to the section.

import { connect, element, focusRow } from '../page.ts';
import type { FromProportions, ProportionRow, ToProportions } from './messages.ts';

const heading = element('h2', {});
const note = element('p', { class: 'quiet' });
const list = element('ul', { role: 'listbox' });
document.querySelector('main')!.append(heading, note, list);

const post = connect<ToProportions, FromProportions>(message => {
  switch (message.type) {
    case 'show':
      return show(message.heading, message.note, message.rows);
    case 'caret':
      return markCaret(message.row);
  }
});

list.addEventListener('click', ({ target }) => {
  const row = items().findIndex(item => target instanceof Node && item.contains(target));
  if (row >= 0) open(row);
});

list.addEventListener('keydown', event => {
  const row = focusedRow();
  const last = items().length - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(row + 1, last),
    ArrowUp: Math.max(row - 1, 0),
    Home: 0,
    End: last,
  };
  const next = moves[event.key];
  if (next !== undefined) focusRow(items(), next);
  else if (event.key === 'Enter' || event.key === ' ') open(row);
  else return;
  event.preventDefault();
});

// The command that shows the view gives the page the focus, not a row of it.
addEventListener('focus', () => {
  if (focusedRow() >= 0) return;
  const rows = items();
  const selected = rows.findIndex(item => item.getAttribute('aria-selected') === 'true');
  focusRow(rows, Math.max(0, selected));
});

function show(title: string, text: string, rows: readonly ProportionRow[]): void {
  const focused = focusedRow();
  heading.textContent = title;
  list.setAttribute('aria-label', title);
  note.textContent = text;
  note.hidden = text === '';
  list.replaceChildren(...rows.map(rowElement));
  if (focused >= 0) focusRow(items(), Math.min(focused, rows.length - 1));
  else items()[0]?.setAttribute('tabindex', '0');
}

function rowElement({ title, depth, share, figures, function: name }: ProportionRow): HTMLLIElement {
  const fill = element('div', { class: 'fill' });
  // Through the object model: the policy of the page allows no style attributes.
  fill.style.inlineSize = `${(share * 100).toFixed(2)}%`;
  const head = element('div', { class: 'head' }, element('span', { class: 'title' }, title));
  if (name !== undefined) head.append(element('span', { class: 'function quiet' }, name));
  return element(
    'li',
    { role: 'option', tabindex: '-1', class: depth > 0 ? 'inner' : 'outer' },
    head,
    element('div', { class: 'bar', 'aria-hidden': 'true' }, fill),
    element('div', { class: 'figures quiet' }, figures),
  );
}

function markCaret(row: number): void {
  for (const [i, item] of items().entries()) item.setAttribute('aria-selected', String(i === row));
  if (focusedRow() < 0) items()[row]?.scrollIntoView({ block: 'nearest' });
}

/** -1 where the focus is elsewhere. */
function focusedRow(): number {
  return items().findIndex(item => item.contains(document.activeElement));
}

function open(row: number): void {
  if (row >= 0) post({ type: 'open', row });
}

function items(): HTMLElement[] {
  return [...list.children].filter(child => child instanceof HTMLElement);
}
