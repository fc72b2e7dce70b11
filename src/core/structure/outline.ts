import { type NumberedScan, scanNumbered } from '../parallel/numberedScan.ts';
import { byFunction, landmarks } from './landmarks.ts';
import { type Node, numberedRoots } from './numberedSections.ts';
import { isBlankLine } from './paragraphCues.ts';
import type { Section, SectionFunction } from './section.ts';
import { paragraphs } from './sentences.ts';

/**
 * The section tree of a speech: «一、…» holds «（一）…» holds the run-in heads «一要…», and so on; also 第一， paragraphs,
 * “…”就是要 paragraphs, —— items, the salutation and the closing appeal. Title, date and speaker lines, decimals, dates and
 * enumerations inside a sentence are no sections. Markdown hashes and asterisks are looked through. O(n).
 *
 * @param scan the numbered series of `text`, where the caller has them already
 */
export function outline(text: string, scan: NumberedScan = scanNumbered(text)): Section[] {
  const lines = paragraphs(text).filter(line => !isBlankLine(text, line.start, line.end));
  const numbered = numberedRoots(text, lines, scan);
  const roots = containInLandmarks(numbered, landmarks(text, lines, numbered), text.length);
  const sections = roots.some(node => node.function !== '称谓' && node.function !== '号召结尾')
    ? roots
    : byFunction(text, lines, roots);
  return sections.map(node => toSection(node, 1, undefined));
}

/** Titles of the sections that hold `offset`, outermost first; `[]` outside all of them. O(sections on the way). */
export function sectionPath(sections: readonly Section[], offset: number): string[] {
  return sectionsAt(sections, offset).map(section => section.title);
}

/** What the text around `offset` does: the function of the innermost section that has one. */
export function sectionFunctionAt(sections: readonly Section[], offset: number): SectionFunction | undefined {
  return sectionsAt(sections, offset).findLast(section => section.function !== undefined)?.function;
}

function sectionsAt(sections: readonly Section[], offset: number): Section[] {
  const path: Section[] = [];
  let level: readonly Section[] = sections;
  for (;;) {
    // The caret at the very end of a draft is still in its last section.
    const section =
      level.find(candidate => candidate.start <= offset && offset < candidate.end) ??
      (level.at(-1)?.end === offset ? level.at(-1) : undefined);
    if (!section) return path;
    path.push(section);
    level = section.children;
  }
}

/** Landmarks without an end of their own (-1) hold the numbered sections up to the next landmark or 一、. */
function containInLandmarks(numbered: readonly Node[], marks: readonly Node[], textEnd: number): Node[] {
  const roots: Node[] = [];
  let holder: Node | undefined;
  for (const node of [...numbered, ...marks].sort((a, b) => a.start - b.start)) {
    const isMark = marks.includes(node);
    if (isMark || node.rank === 1) {
      if (holder) holder.end = node.start;
      holder = isMark && node.end < 0 ? node : undefined;
      roots.push(node);
    } else if (holder) holder.children.push(node);
    else roots.push(node);
  }
  if (holder) holder.end = textEnd;
  return roots;
}

/** A point does what its section does, unless its own words say something that stands out there. */
function overrules(own: SectionFunction | undefined, inherited: SectionFunction | undefined): boolean {
  if (inherited === undefined) return true;
  switch (own) {
    case '查找不足':
    case '肯定成绩':
      return inherited === '肯定成绩' || inherited === '查找不足' || inherited === '形势意义';
    case '总要求':
    case '形势意义':
    case '要求保障':
      return inherited === '部署任务';
    default:
      return false;
  }
}

function toSection(node: Node, below: number, inherited: SectionFunction | undefined): Section {
  const level = node.rank === undefined ? below : Math.max(below, node.rank);
  const own = overrules(node.function, inherited) ? node.function : inherited;
  return {
    start: node.start,
    end: node.end,
    title: node.title,
    level,
    ...(own === undefined ? {} : { function: own }),
    children: node.children.map(child => toSection(child, level + 1, own)),
  };
}
