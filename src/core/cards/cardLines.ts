import type { KwicLine } from '../document/provenance.ts';
import { parseQuery } from '../query/parse.ts';
import { matchFrom, planSearch, type SearchPlan } from '../query/plan.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { lineEnd, lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { unitsOf } from '../text/units.ts';
import { type Card, cardProvenance } from './card.ts';

/** Number of units shown on each side, within the paragraph. */
const CONTEXT = 40;

/**
 * The places in the user's cards that match a query of the concordance, card by card. It scans once those cards that contain the query's
 * texts.
 * @throws QueryError
 */
export function cardLines(cards: readonly Card[], query: string): KwicLine[] {
  const plan = planSearch(parseQuery(query));
  return cards.flatMap(card => matches(plan, fullWidth(card.text)).map(span => kwicLine(card, span)));
}

/** The first place of `phrase` (in the spelling of the corpus) in each of the user's cards that contains it. */
export function cardsWith(cards: readonly Card[], phrase: string): KwicLine[] {
  return cards.flatMap(card => {
    const start = fullWidth(card.text).indexOf(phrase);
    return start < 0 ? [] : [kwicLine(card, { start, end: start + phrase.length })];
  });
}

/** The matches from left to right, without overlaps. */
function matches(plan: SearchPlan, text: string): Span[] {
  if (!plan.anchors.every(anchor => text.includes(anchor.text))) return [];
  const units = unitsOf(text);
  const found: Span[] = [];
  for (let at = 0; at < units.length; ) {
    const match = matchFrom(plan, units, at);
    if (match !== undefined) found.push(match);
    at = Math.max(at + 1, match?.end ?? 0);
  }
  return found;
}

function kwicLine(card: Card, { start, end }: Span): KwicLine {
  const { text } = card;
  return {
    ...cardProvenance(card, { start, end }),
    before: text.slice(Math.max(lineStart(text, start), start - CONTEXT), start),
    match: text.slice(start, end),
    after: text.slice(end, Math.min(lineEnd(text, end), end + CONTEXT)),
  };
}
