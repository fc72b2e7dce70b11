// Drafts as tests write them: `｜` is the caret.

import fc from 'fast-check';
import type { DraftEdit } from '../../../src/core/numbering/draftEdit.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';

const caretMark = '｜';

export function read(draft: string): { text: string; caret: number } {
  return { text: draft.replace(caretMark, ''), caret: draft.indexOf(caretMark) };
}

/** What `change` makes of a draft, with the caret; its answer where it makes no edits. */
export function changed<T extends string | undefined>(
  draft: string,
  change: (text: string, caret: number) => DraftEdit | T,
): string | T {
  const { text, caret } = read(draft);
  const made = change(text, caret);
  if (typeof made !== 'object') return made;
  const after = applyEdits(text, made.edits);
  return after.slice(0, made.caret) + caretMark + after.slice(made.caret);
}

/** Every level, with bodies, run-in points and what follows the last section. */
export const DRAFT = [
  '一、修好渠',
  '渠是命脉。',
  '（一）查渠',
  '1.查干渠。',
  '2.查支渠。',
  '（二）补渠',
  '一要快。要抢在雨前。二要牢。要用石料。三要省。要算细账。',
  '二、护好林',
  '林是屏障。',
  '三、管好路',
  '路是脸面。',
  '同志们，让我们动起来！',
].join('\n');

const PIECES = [...'①渠。；“”\n #', '一、', '二、', '（一）', '1.', '一是', '二是', '首先，', '——', '**'];

/** Any draft of markers, words and marks, with a caret in it. */
export const anyDraft: fc.Arbitrary<{ readonly text: string; readonly caret: number }> = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), fc.nat(60))
  .map(([parts, at]) => {
    const text = parts.join('');
    return { text, caret: Math.min(at, text.length) };
  });
