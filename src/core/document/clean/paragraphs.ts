import { isSpace } from '../../text/charClass.ts';
import type { Span } from '../../text/span.ts';
import { ENUMERATOR, isLatin, SENTENCE_END } from './characters.ts';
import type { CleaningStep, Edit } from './editableText.ts';
import { wrapWidth } from './wrapWidth.ts';

/** «三保：……；» as an item of a list without numbers. */
const LABEL = /^[\p{Script=Han}“”]{1,8}[：:]/u;
const SALUTATION = /^(?:各位|同志们|尊敬的|女士们|朋友们|老师们|同学们)/u;
/** «王强指出，», «他强调：»: who says it and the verb, in a few characters. */
const REPORTING_CLAUSE = /^(?:[\p{Script=Han}·]{1,12}?)(?:指出|强调|要求|表示|认为|提出|说|指示)[，,：:]/u;
const SECTION_HEAD = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;
const BLANKS_AFTER_SENTENCE = /(?<=[。！？!?”…])[ \t\u3000\u00a0]+(?=[^ \t\u3000\u00a0\n])/gu;
/** How far a reporting clause or heading is looked for; longer is never needed. */
const LOOK_AHEAD = 20;

/**
 * One paragraph a line, no blanks around it, no empty ones.
 * «很具体；\n市县政府» → «很具体；市县政府» unless a list item follows (told by its words alone,
 * as a clean text has no indents any more); lines wrapped at a fixed width are joined.
 */
export const joinLines: CleaningStep = text => {
  const edits: Edit[] = [];
  const width = wrapWidth(text);
  let lineStart = 0;
  for (const { start, end } of lineGaps(text)) {
    if (start === 0 || end === text.length) {
      edits.push({ start, end, after: '', kind: 'whitespace' });
    } else {
      const next = text.slice(end, end + LOOK_AHEAD);
      const bare = end - start === 1;
      const afterSemicolon = /[；;]/u.test(text[start - 1]!) && !ENUMERATOR.test(next) && !LABEL.test(next);
      const wrapped = bare && width?.isFull(text, lineStart, start);
      if (afterSemicolon || wrapped) {
        const needsBlank = isLatin(text[start - 1]!) && isLatin(text[end]!);
        edits.push({ start, end, after: needsBlank ? ' ' : '', kind: 'join-line' });
      } else if (!bare) {
        edits.push({ start, end, after: '\n', kind: 'whitespace' });
      }
    }
    lineStart = end;
  }
  return withEdgesTrimmed(text, edits);
};

/** «……出席。 王强指出，要……» → a new paragraph before «王强指出»; so does a wide gap before any sentence. */
export const splitParagraphs: CleaningStep = text => {
  const edits: Edit[] = [];
  for (const match of text.matchAll(BLANKS_AFTER_SENTENCE)) {
    const end = match.index + match[0].length;
    const next = text.slice(end, end + LOOK_AHEAD);
    const wide = match[0].includes('\u3000\u3000') || match[0].length >= 4;
    const opens = REPORTING_CLAUSE.test(next) || SECTION_HEAD.test(next) || SALUTATION.test(next);
    const sentenceBefore = SENTENCE_END.test(text.slice(Math.max(0, match.index - 6), match.index));
    if (sentenceBefore && (wide || opens)) {
      edits.push({ start: match.index, end, after: '\n', kind: 'split-paragraph' });
    }
  }
  return edits;
};

/** Line breaks with the blanks around them. By hand, as a pattern for it takes quadratic time on a long run of blanks. */
function* lineGaps(text: string): Generator<Span> {
  for (let newline = text.indexOf('\n'); newline >= 0; ) {
    let start = newline;
    while (start > 0 && isSpace(text[start - 1]!)) start--;
    let end = newline + 1;
    while (end < text.length && (isSpace(text[end]!) || text[end] === '\n')) end++;
    yield { start, end };
    newline = text.indexOf('\n', end);
  }
}

function withEdgesTrimmed(text: string, edits: Edit[]): Edit[] {
  let head = 0;
  while (head < text.length && (isSpace(text[head]!) || text[head] === '\n')) head++;
  let tail = text.length;
  while (tail > head && (isSpace(text[tail - 1]!) || text[tail - 1] === '\n')) tail--;
  const inner = edits.filter(edit => edit.start >= head && edit.end <= tail);
  if (head > 0) inner.unshift({ start: 0, end: head, after: '', kind: 'whitespace' });
  if (tail < text.length) inner.push({ start: tail, end: text.length, after: '', kind: 'whitespace' });
  return inner;
}
