import type { CorpusIndex } from '../index/corpusIndex.ts';
import { IncrementalScan } from '../parallel/incrementalScan.ts';
import { openSeriesStack, type Scan } from '../parallel/openSeries.ts';
import type { OpenSeries } from '../parallel/parallelSeries.ts';
import { blankMember } from '../parallel/slots.ts';
import type { Preference } from './acceptance.ts';
import { caretContext } from './caretContext.ts';
import type { CompletionPlace } from './completionPlace.ts';
import { markerSuggestions } from './markerSuggestions.ts';
import { memberSuggestions } from './memberSuggestions.ts';
import { perIndex } from './perIndex.ts';
import type { Row, Suggestion } from './suggestion.ts';
import { wordSuggestions } from './wordSuggestions.ts';

/** Members that are at least so likely are offered before words that merely follow in the corpus: most of its series go on with them. */
const SURE_MEMBER = 0.5;
const NO_PREFERENCE: Preference = { boost: () => 0, mostBoost: 0 };

const scanOf = perIndex(() => new IncrementalScan());

/**
 * The suggestions for a place, best first: the next marker of an open series; what the corpus or the draft says next; a
 * blank slot of an open frame, last. Empty if nothing is likely enough for the mode.
 */
export function complete(index: CorpusIndex, place: CompletionPlace): Suggestion[] {
  const { text, offset, limit, mode, preference = NO_PREFERENCE } = place;
  const context = caretContext(text, offset);
  if (context === undefined || limit <= 0) return [];
  const scan: Scan = (whole, end) => scanOf(index).to(whole, end);
  const series = openSeriesStack(text, offset, scan);
  const frame = series.find(open => open.nextMarker === undefined);
  const { likely, unlikely } = markerSuggestions(index.matches, series, mode);
  const slot = frame && slotSuggestion(frame);
  const room = Math.max(0, limit - likely.length - unlikely.length - (slot ? 1 : 0));
  const read = { ...place, limit: room, preference, context, scan, frame };
  const members = memberSuggestions(index, read);
  const words = wordSuggestions(index, read);
  const [sure, others] = parted(members, ({ confidence }) => confidence >= SURE_MEMBER);
  const said = distinct([...sure, ...words, ...others])
    .slice(0, room)
    .map(row => row.suggestion());
  return [...likely, ...said.slice(0, 1), ...unlikely, ...said.slice(1), ...(slot ? [slot] : [])].slice(0, limit);
}

/** The rows without those that add the same text to the draft as an earlier one. */
function distinct(rows: readonly Row[]): Row[] {
  const addedBy = ({ insertText, replaceLength }: Row): string => insertText.slice(replaceLength);
  const added = new Map<string, Row>();
  for (const row of rows) if (!added.has(addedBy(row))) added.set(addedBy(row), row);
  return [...added.values()];
}

function parted<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [T[], T[]] {
  return [items.filter(isFirst), items.filter(item => !isFirst(item))];
}

function slotSuggestion(open: OpenSeries): Suggestion | undefined {
  const insertText = blankMember(open);
  if (insertText === undefined) return undefined;
  return {
    insertText,
    replaceLength: open.typed.length,
    kind: 'series-slot',
    documents: 0,
    occurrences: 0,
    confidence: 0,
  };
}
