import type { CleaningStep, Edit } from './editableText.ts';

const EDGE_BAR = /^[ \t\u3000]*\|[ \t\u3000|:-]*|[ \t\u3000]*\|[ \t\u3000|]*$/gmu;
const INNER_BAR = /[ \t\u3000]*\|+[ \t\u3000]*/gu;

/** Bars of a table in text form: «| 一季度 | 二季度 |» → «一季度 二季度». */
export const removeTableBars: CleaningStep = text => {
  if (!text.includes('|')) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(EDGE_BAR)) {
    edits.push({ start: match.index, end: match.index + match[0].length, after: '', kind: 'whitespace' });
  }
  let edge = 0;
  const edges = edits.slice();
  for (const match of text.matchAll(INNER_BAR)) {
    while (edge < edges.length && edges[edge]!.end <= match.index) edge++;
    if (edge < edges.length && edges[edge]!.start < match.index + match[0].length) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, after: ' ', kind: 'whitespace' });
  }
  return edits.sort((a, b) => a.start - b.start);
};
