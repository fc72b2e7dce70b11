import { SURE_BOLD } from '../../text/boldMarks.ts';
import type { CleaningStep, Edit } from './editableText.ts';

const HEADING_MARK = /^[ \t\u3000]{0,3}#{1,6}[ \t]+(?=\S)/gmu;
const QUOTE_MARK = /^[ \t]{0,3}(?:>[ \t]?){1,3}(?:\[![A-Z]{3,10}\][ \t]*)?/gmu;
const RULE = /^[ \t]{0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gmu;
const BULLET = /^[ \t]{0,6}[-*+][ \t]+(?=\S)/gmu;
const TAG = /<(?:\/?[a-zA-Z][a-zA-Z0-9]{0,9}(?:[ \t][^<>\n]{0,300})?\/?|!--[^<>\n]{0,300}--)>/gu;
const ENTITY = /&(nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|hellip);/gu;
const LINK = /!?\[([^[\]\n]{0,200})\]\([^()\s]{1,500}\)/gu;
const BREAK_TAG = /^<\/?(?:p|br|div|li|h[1-6]|tr)\b/iu;

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  mdash: '—',
  middot: '·',
  hellip: '…',
};

/** Heading hashes are no part of the words in any kind of file: «## 一、总体要求» → «一、总体要求». */
export const removeHeadingMarks: CleaningStep = text =>
  [...text.matchAll(HEADING_MARK)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    after: '',
    kind: 'markup',
  }));

/** Marks of a Markdown file: «> **一是抓实。**» → «一是抓实。», «[原文](http://…)» → «原文». Masks such as «**县» stay. */
export const removeMarkdown: CleaningStep = text => {
  const edits: Edit[] = [];
  const add = (start: number, end: number, after: string) => edits.push({ start, end, after, kind: 'markup' });
  for (const pattern of [QUOTE_MARK, RULE, BULLET]) {
    for (const match of text.matchAll(pattern)) {
      if (match[0].length > 0) add(match.index, match.index + match[0].length, '');
    }
  }
  for (const match of text.matchAll(TAG)) {
    add(match.index, match.index + match[0].length, BREAK_TAG.test(match[0]) ? '\n' : '');
  }
  for (const match of text.matchAll(ENTITY)) add(match.index, match.index + match[0].length, ENTITIES[match[1]!]!);
  for (const match of text.matchAll(LINK)) {
    const label = match.index + match[0].indexOf('[') + 1;
    add(match.index, label, '');
    add(label + match[1]!.length, match.index + match[0].length, '');
  }
  if (!hasMasks(text)) {
    for (const match of text.matchAll(SURE_BOLD)) {
      add(match.index, match.index + 2, '');
      add(match.index + match[0].length - 2, match.index + match[0].length, '');
    }
  }
  return withoutOverlaps(edits);
};

/** An odd number of «**» in a line: there they stand for a withheld name, not for bold. */
function hasMasks(text: string): boolean {
  return text.split('\n').some(line => (line.match(/\*\*/gu)?.length ?? 0) % 2 === 1);
}

function withoutOverlaps(edits: Edit[]): Edit[] {
  edits.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return edits.filter(edit => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}
