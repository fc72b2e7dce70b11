import type { KwicLine } from '../document/provenance.ts';
import { isSentenceEnd } from '../text/charClass.ts';
import type { Found } from './found.ts';

/** A place of the text as something found: the sentence around the match, as far as the line shows it. */
export function foundText({ before, match, after, ...provenance }: KwicLine): Found {
  const text = (lastSentence(before) + match + firstSentence(after)).trim();
  return { kind: 'text', text, insertText: text, provenance };
}

function lastSentence(before: string): string {
  let start = before.length;
  while (start > 0 && !isSentenceEnd(before[start - 1]!)) start--;
  return before.slice(start);
}

function firstSentence(after: string): string {
  let end = 0;
  while (end < after.length && !isSentenceEnd(after[end]!)) end++;
  return after.slice(0, end + 1);
}
