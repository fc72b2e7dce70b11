import { widenPunctuation } from '../document/clean/punctuation.ts';
import { readFrontMatter } from '../document/frontMatter.ts';
import type { Marker } from '../parallel/markers.ts';
import { lineEnd } from '../text/lines.ts';
import type { TextEdit } from '../text/textEdit.ts';
import type { Check } from './checkContext.ts';
import type { Finding } from './finding.ts';

/** What has marks of its own: targets of Markdown links, variables of templates, code. */
const PROTECTED = /\]\([^()\s]*\)|\$\{[^{}\n]*\}|`[^`\n]*`/gu;

/**
 * Half-width «, ; : ( ) ? !» of Chinese prose, one finding for all of a paragraph: drafts that have them mostly have them everywhere.
 * As at import, «1,000», «10:30», «http://» and Latin text are left alone, and so is a YAML header.
 */
export const halfWidth: Check = ({ text, scan }) => {
  const markers = scan.series.flatMap(({ members }) => members.map(({ marker }) => marker));
  const kept = [...text.matchAll(PROTECTED)].map(match => ({ start: match.index, end: match.index + match[0].length }));
  kept.push({ start: 0, end: readFrontMatter(text)?.length ?? 0 });
  // The brackets of «(一)» are another check's.
  const isKept = spansAround([...kept, ...markers.filter(isBracketed)]);
  const edits = widenPunctuation(text)
    .filter(({ start }) => !isKept(start))
    .map(({ start, end, after }): TextEdit => ({ start, end, newText: after }));
  const findings: Finding[] = [];
  for (let from = 0; from < edits.length; ) {
    const end = lineEnd(text, edits[from]!.start);
    let to = from;
    while (to < edits.length && edits[to]!.start < end) to++;
    findings.push(findingOf(edits.slice(from, to)));
    from = to;
  }
  return findings;
};

function isBracketed({ style, place }: Marker): boolean {
  return place === 'line' && (style === 'heading2' || style === 'heading4');
}

/** Whether an offset lies in one of `spans`; asked with ascending offsets. */
function spansAround(spans: readonly { readonly start: number; readonly end: number }[]): (offset: number) => boolean {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  return offset => {
    while (next < sorted.length && sorted[next]!.end <= offset) next++;
    return next < sorted.length && sorted[next]!.start <= offset;
  };
}

function findingOf(edits: readonly TextEdit[]): Finding {
  const { start, end } = edits[0]!;
  return {
    kind: 'half-width',
    start,
    end,
    message: `本段有${edits.length}处半角标点`,
    fixes: [{ title: '本段改为全角标点', edits }],
  };
}
