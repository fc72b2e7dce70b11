// «语境检索»: a query box, the lines that match it, and what can be counted of them.

import { connect } from '../page.ts';
import type { FromConcordance, ToConcordance } from './messages.ts';
import { ConcordanceView } from './view.ts';

const main = document.querySelector('main')!;
let view: ConcordanceView | undefined;

// The command that shows the panel gives the page the focus, not anything in it.
addEventListener('focus', () => {
  if (document.activeElement === document.body) view?.focus();
});

const post = connect<ToConcordance, FromConcordance>(message => {
  if (message.type !== 'texts') return view?.receive(message);
  view = new ConcordanceView(message.texts, request => post(request));
  main.replaceChildren(view.element);
  view.focus();
});
