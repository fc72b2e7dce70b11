import type { Matches } from '../index/matches.ts';
import type { OpenSeries } from '../parallel/parallelSeries.ts';
import { formatOrdinal } from '../text/numerals.ts';
import { answersUnlikelyMarkers, minMarkerLikelihood } from './ranking.ts';
import type { CompletionMode, Suggestion } from './suggestion.ts';

/** The next markers of the open series, innermost first. */
export interface MarkerSuggestions {
  /** Markers likely enough for a list that opens by itself. */
  readonly likely: readonly Suggestion[];
  /** Markers that are possible here all the same: «（三）» after any sentence under «（二）». */
  readonly unlikely: readonly Suggestion[];
}

/** Every series has a second and a third member. */
const SURE_ORDINAL = 3;

/**
 * The markers with which the series of `stack` may continue. A number that no corpus series reaches is offered only if the draft has gone
 * beyond that itself.
 */
export function markerSuggestions(
  matches: Matches,
  stack: readonly OpenSeries[],
  mode: CompletionMode,
): MarkerSuggestions {
  const likely: Suggestion[] = [];
  const unlikely: Suggestion[] = [];
  for (const open of stack) {
    const confidence = open.likelihood ?? 0;
    const isLikely = confidence >= minMarkerLikelihood[mode];
    if (open.nextMarker === undefined || !(isLikely || mayBeUnlikely(open, mode)) || !mayGoOn(matches, open)) continue;
    (isLikely ? likely : unlikely).push({
      insertText: `${open.joint ?? (open.breaksLine ? '\n' : '')}${open.nextMarker}`,
      replaceLength: open.typed.length,
      kind: 'series-marker',
      documents: 0,
      occurrences: 0,
      confidence,
    });
  }
  return { likely, unlikely };
}

/**
 * Whether an unlikely marker may be offered: only where a member has ended, and only if there are two already, since
 * one alone may be no series.
 */
function mayBeUnlikely({ joint, markers }: OpenSeries, mode: CompletionMode): boolean {
  return joint === undefined && markers.length > 1 && answersUnlikelyMarkers[mode];
}

function mayGoOn(matches: Matches, { markers, nextOrdinal, typed }: OpenSeries): boolean {
  if (typed !== '' || nextOrdinal === undefined || nextOrdinal <= SURE_ORDINAL) return true;
  return isInCorpus(matches, nextOrdinal) || (markers.length > 1 && !isInCorpus(matches, nextOrdinal - 1));
}

/** Whether any series of the corpus counts this far. */
function isInCorpus(matches: Matches, ordinal: number): boolean {
  const han = formatOrdinal(ordinal);
  const written =
    han === undefined ? [] : [`${han}是`, `${han}要`, `第${han}，`, `（${han}）`, `\n${han}、`, `\n第${han}条`];
  return [...written, `\n${ordinal}.`, `（${ordinal}）`].some(marker => matches.of(marker).size > 0);
}
