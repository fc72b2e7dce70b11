import { escapeSnippet } from '../text/escapeSnippet.ts';
import type { OpenSeries } from './parallelSeries.ts';

/**
 * A blank next member in the syntax of VS Code snippets, visibly empty: frame «从…中…» → `从$1中$2`, «亲自…» → `亲自$1`,
 * «…意识» → `$1意识`, a numbered series → `三要$1`. `undefined` where neither frame nor marker is known.
 */
export function blankMember(open: OpenSeries): string | undefined {
  if (open.nextMarker !== undefined) return `${escapeSnippet(open.nextMarker)}$1`;
  if (open.frame === undefined || !open.frame.includes('…')) return undefined;
  let slot = 0;
  return open.frame
    .split('…')
    .map(escapeSnippet)
    .reduce((written, part) => `${written}$${++slot}${part}`);
}
