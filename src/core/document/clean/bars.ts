import { isSpace } from '../../text/charClass.ts';
import type { CleaningStep, Edit } from './editableText.ts';

/**
 * Bars of a table in text form: «| 一季度 | 二季度 |» → «一季度 二季度», a rule «|---|:--|» → nothing.
 */
export const removeTableBars: CleaningStep = text => {
  const edits: Edit[] = [];
  for (let bar = text.indexOf('|'); bar >= 0; ) {
    let start = bar;
    while (start > 0 && isSpace(text[start - 1]!)) start--;
    const atLineStart = start === 0 || text[start - 1] === '\n';
    let end = bar + 1;
    while (end < text.length && (isSpace(text[end]!) || text[end] === '|' || (atLineStart && isRule(text[end]!))))
      end++;
    const atLineEnd = end === text.length || text[end] === '\n';
    edits.push({ start, end, after: atLineStart || atLineEnd ? '' : ' ', kind: 'whitespace' });
    bar = text.indexOf('|', end);
  }
  return edits;
};

function isRule(unit: string): boolean {
  return unit === '-' || unit === ':';
}
