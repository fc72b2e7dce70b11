import { type NumberedScan, scanNumbered } from '../parallel/numberedScan.ts';
import { isBlankLine } from '../text/lines.ts';
import { paragraphs } from '../text/sentences.ts';
import { byFunction, landmarks } from './landmarks.ts';
import { type Node, numberedRoots } from './numberedSections.ts';
import type { Section, SectionFunction } from './section.ts';

/**
 * The section tree of a speech: «一、…» contains «（一）…», which contains the run-in heads «一要…», and so on. 第一， paragraphs, “…”就是要 paragraphs,
 * —— items, the salutation and the closing appeal are sections too. The lines of title, date and speaker, decimals, dates and enumerations
 * inside a sentence are not. Markdown hashes and asterisks are ignored. O(n).
 *
 * @param scan the numbered series of `text`, if the caller has them already
 */
export function outline(text: string, scan: NumberedScan = scanNumbered(text)): Section[] {
  return toSections(rootsOf(text, scan), 1, undefined, text.length);
}

/** What the end of `text` does, as `sectionFunctionAt` tells it of the outline; but only the heads of the sections around it are read. O(n). */
export function functionAtEnd(text: string): SectionFunction | undefined {
  let found: SectionFunction | undefined;
  let nodes: readonly Node[] = rootsOf(text, scanNumbered(text));
  for (;;) {
    const last = lastOf(nodes, text.length);
    if (last === undefined || Math.max(last.start + 1, last.end) < text.length) return found;
    found = functionOf(last, found);
    nodes = last.children;
  }
}

/** The node with the last start before `end`; of several with the same start the last one. */
function lastOf(nodes: readonly Node[], end: number): Node | undefined {
  let last: Node | undefined;
  for (const node of nodes) if (node.start < end && node.start >= (last?.start ?? 0)) last = node;
  return last;
}

/** The sections of `text` under construction. */
function rootsOf(text: string, scan: NumberedScan): readonly Node[] {
  const lines = paragraphs(text).filter(line => !isBlankLine(text, line.start, line.end));
  const numbered = numberedRoots(text, lines, scan);
  const roots = containInLandmarks(numbered, landmarks(text, lines, numbered), text.length);
  return roots.some(isPartOfBody) ? roots : byFunction(text, lines, roots);
}

function isPartOfBody({ function: name }: Node): boolean {
  return name !== '称谓' && name !== '号召结尾';
}

/** Titles of the sections that contain `offset`, outermost first; `[]` outside all of them. O(sections on the way). */
export function sectionPath(sections: readonly Section[], offset: number): string[] {
  return sectionsAt(sections, offset).map(section => section.title);
}

/** The function of the text around `offset`: that of the innermost section that has one. */
export function sectionFunctionAt(sections: readonly Section[], offset: number): SectionFunction | undefined {
  return sectionsAt(sections, offset).findLast(section => section.function !== undefined)?.function;
}

/** The sections around `offset`, outermost first. */
export function sectionsAt(sections: readonly Section[], offset: number): Section[] {
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

/**
 * Moves the numbered sections into the landmarks that contain them. Landmarks without an end of their own (`OPEN`) extend to the next one
 * of their rank.
 */
function containInLandmarks(numbered: readonly Node[], marks: readonly Node[], textEnd: number): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  const isMark = new Set(marks);
  const free = numbered.flatMap(node => splitAt(node, marks));
  for (const node of [...free, ...marks].sort((a, b) => a.start - b.start)) {
    const rank = isMark.has(node) || node.rank === 1 ? node.rank! : Number.POSITIVE_INFINITY;
    while (open.length > 0 && open.at(-1)!.rank! >= rank) open.pop()!.end = node.start;
    if (!open.at(-1)?.isAppended) (open.at(-1)?.children ?? roots).push(node);
    if (isMark.has(node) && node.end < 0) open.push(node);
  }
  for (const node of open) node.end = textEnd;
  return roots;
}

/** Ends a section at the landmarks inside it: the text behind a landmark no longer belongs to the section. */
function splitAt(node: Node, marks: readonly Node[]): Node[] {
  const mark = marks.find(({ start }) => start > node.start && start < node.end);
  if (mark === undefined) return [node];
  const behind = takeBehind(node, mark.start);
  return [node, ...behind.flatMap(one => splitAt(one, marks))];
}

/** Cuts `node` at `at`, at every depth. @returns the descendants that begin behind that place, which are removed */
function takeBehind(node: Node, at: number): Node[] {
  const index = node.children.findIndex(child => child.start >= at);
  const behind = index < 0 ? [] : node.children.splice(index);
  node.end = Math.min(node.end, at);
  const last = node.children.at(-1);
  return last === undefined ? behind : [...takeBehind(last, at), ...behind];
}

function functionOf({ function: own }: Node, inherited: SectionFunction | undefined): SectionFunction | undefined {
  return overrules(own, inherited) ? own : inherited;
}

/** Whether a point's own function counts rather than that of its section, because its words clearly say something else. */
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

/**
 * Sections in text order, without overlaps and not beyond `end`. If a run is continued far behind, none of its members is outside its
 * parent.
 */
function toSections(
  nodes: readonly Node[],
  below: number,
  inherited: SectionFunction | undefined,
  end: number,
): Section[] {
  const ordered = nodes.filter(node => node.start < end).sort((a, b) => a.start - b.start);
  return ordered.map((node, index) => {
    const limit = ordered[index + 1]?.start ?? end;
    return toSection(node, below, inherited, Math.max(node.start + 1, Math.min(node.end, limit, end)));
  });
}

function toSection(node: Node, below: number, inherited: SectionFunction | undefined, end: number): Section {
  const level = node.rank === undefined ? below : Math.max(below, node.rank);
  const own = functionOf(node, inherited);
  return {
    start: node.start,
    end,
    title: node.title,
    level,
    ...(own === undefined ? {} : { function: own }),
    children: toSections(node.children, level + 1, own, end),
  };
}
