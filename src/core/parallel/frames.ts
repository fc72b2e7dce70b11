import { classAt, HAN, isAllHan, unitTable } from '../text/charClass.ts';

/** Longer clauses are not links of a chain. */
export const LONGEST_LINK = 16;
const LONGEST_SLOT = 30;

/** The fixed parts of a clause in order, with slots between and after them: «从…中…» is `['从', '中']`. */
export interface Frame {
  /** The frame as it is shown: «从…中…». */
  readonly name: string;
  readonly parts: readonly string[];
}

const frame = (name: string): Frame => ({ name, parts: name.split('…').filter(part => part !== '') });

/**
 * Frames that make two clauses a series, the longer ones first, since the first that fits gives the series its name. All begin with a fixed
 * part, so that a governing head before the first member can be cut off.
 */
export const FRAMES: readonly Frame[] = [
  '从…中…',
  '从…上…',
  '从…入手',
  '从…抓起',
  '从…看',
  '在…中…',
  '在…上…',
  '在…下…',
  '在…时…',
  '由…向…转变',
  '由…转向…',
  '变…为…',
  '向…要…',
  '对…要…',
  '围绕…抓…',
  '既要…又要…',
  '只要…就…',
  '只有…才…',
  '没有…就没有…',
  '宁可…不…',
  '不为…只为…',
  '少讲…多讲…',
  '不求…但求…',
  '把…放在…',
  '把…作为…',
  '把…当作…',
  '以…促…',
  '以…为…',
  '以…之…',
  '用…之…',
  '能…的就…',
  '该…的…',
  '往…里…',
  '立足于…',
  '有…的…',
  '越…越…',
  '边…边…',
  '与…相结合',
  '不让…',
  '让…',
  '使…',
  '把…',
  '将…',
  '靠…',
  '用…',
  '以…',
  '为…',
  '凡是…',
  '有的…',
  '有些…',
  '一手抓…',
  '坚持…',
  '对…',
].map(frame);

/**
 * Whether `clause` contains all fixed parts in order, the first at its very start, with at least one unit in every slot: «从实践中学习» fits
 * «从…中…». O(clause).
 */
export function fits(clause: string, { parts, name }: Frame): boolean {
  let at = 0;
  for (let index = 0; index < parts.length; index++) {
    const found = index === 0 ? (clause.startsWith(parts[0]!) ? 0 : -1) : clause.indexOf(parts[index]!, at + 1);
    if (found < 0) return false;
    at = found + parts[index]!.length;
  }
  return name.endsWith('…') ? at < clause.length : at === clause.length;
}

/** The frames whose first fixed part begins with the same unit as `clause`, in order of precedence. */
export function framesFor(clause: string): readonly Frame[] {
  return STARTS[clause.charCodeAt(0)] === 1 ? BY_FIRST_UNIT.get(clause[0]!)! : NONE;
}

const NONE: readonly Frame[] = [];

const BY_FIRST_UNIT: ReadonlyMap<string, readonly Frame[]> = new Map(
  FRAMES.map(({ parts }) => [parts[0]![0]!, FRAMES.filter(other => other.parts[0]![0] === parts[0]![0])]),
);

const STARTS = unitTable([[[...BY_FIRST_UNIT.keys()].join(''), 1]]);

/**
 * Whether `clause` fits the frame or one with the same second part and a head that writers use in alternation: «在实干中…» continues «从压力中…».
 */
export function fitsOrSibling(clause: string, pattern: Frame): boolean {
  if (fits(clause, pattern)) return true;
  const head = SIBLINGS[pattern.parts[0]!];
  return (
    head !== undefined &&
    pattern.parts.length > 1 &&
    fits(clause, { name: pattern.name, parts: [head, ...pattern.parts.slice(1)] })
  );
}

const SIBLINGS: Readonly<Record<string, string>> = { 从: '在', 在: '从' };

/** The first offset in `clause` from which the rest fits and has a length in `[shortest, longest]`; -1 if there is none. */
export function peelTo(clause: string, pattern: Frame, shortest: number, longest: number): number {
  const head = pattern.parts[0]!;
  for (
    let at = clause.indexOf(head, Math.max(0, clause.length - longest));
    at >= 0;
    at = clause.indexOf(head, at + 1)
  ) {
    if (clause.length - at < shortest) return -1;
    if (fits(clause.slice(at), pattern)) return at;
  }
  return -1;
}

/**
 * The name of `pattern` with what its members share beyond it: «不让纪律在我这里松弛», «不让工作在我这里拖延» → «不让…在我这里…».
 * Only for frames with a single fixed part; others have their shape already.
 */
export function refined(pattern: Frame, members: readonly { readonly text: string }[]): string {
  const head = pattern.parts[0]!;
  if (pattern.parts.length > 1 || members.length < 2) return pattern.name;
  const slots = members.map(member => member.text.slice(head.length));
  const shared = longestShared(slots);
  if (shared.length < 2 || slots.some(slot => slot.indexOf(shared) < 1)) return pattern.name;
  return `${head}…${shared}${slots.every(slot => slot.endsWith(shared)) ? '' : '…'}`;
}

/**
 * The longest stretch of Chinese characters that all `slots` contain, not at the very start of the first slot; of equally long ones the
 * first.
 */
function longestShared([slot = '', ...others]: readonly string[]): string {
  const first = slot.slice(0, LONGEST_SLOT);
  let longest = '';
  for (let at = 1; at < first.length; at++) {
    const most = Math.min(first.length - at, LONGEST_LINK);
    // Only a longer one counts, and none is shared of which the beginning is not.
    for (let length = Math.max(2, longest.length + 1); length <= most; length++) {
      const part = first.slice(at, at + length);
      if (!isAllHan(part) || !others.every(other => other.includes(part))) break;
      longest = part;
    }
  }
  return longest;
}

export function commonPrefix(a: string, b: string): string {
  return a.slice(0, prefixLength(a, b));
}

export function commonSuffix(a: string, b: string): string {
  return a.slice(a.length - suffixLength(a, b));
}

function isSame(a: string, inA: number, b: string, inB: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (a.charCodeAt(inA + at) !== b.charCodeAt(inB + at)) return false;
  return true;
}

/** Length of the common beginning of `b` and of `a` from `from` on. */
function prefixLength(a: string, b: string, from = 0): number {
  // An opening quote that both begin with counts: “第一时间”动起来, “第一责任”抓落实.
  let length = b[0] === '“' && a[from] === '“' ? 1 : 0;
  while (classAt(b, length) & HAN && a.charCodeAt(from + length) === b.charCodeAt(length)) length++;
  return length;
}

function suffixLength(a: string, b: string): number {
  const isQuoted = a.endsWith('”') && b.endsWith('”');
  let left = a.length - (isQuoted ? 1 : 0);
  let right = b.length - (isQuoted ? 1 : 0);
  while (right > 0 && classAt(a, left - 1) & HAN && a.charCodeAt(left - 1) === b.charCodeAt(right - 1)) {
    left--;
    right--;
  }
  return a.length - left;
}

/**
 * How `b` takes up the end of `a` (from `from` on): the units with which `a` ends and `b` begins, apart from what both begin and end with.
 * «目标任务化», «任务清单化» → «任务»; «以学促研», «以研促查» → «研». Empty if `b` does not take it up. O(length²) of short clauses.
 */
export function chainLink(a: string, b: string, from = 0): string {
  if (a.length - from > LONGEST_LINK || b.length > LONGEST_LINK) return '';
  const tail = suffixLength(a, b);
  const head = prefixLength(a, b, from);
  if ((classAt(b, head) & HAN) === 0) return '';
  const least = head === 0 ? 2 : 1;
  for (let length = Math.min(a.length - from, b.length) - tail - head - 1; length >= least; length--)
    if (isSame(a, a.length - tail - length, b, head, length)) return b.slice(head, head + length);
  return '';
}
