import {
  CLOSES,
  classAt,
  NEWLINE,
  OPENS,
  PAUSE,
  SPACE,
  STOP,
  skipTo,
  trimClosing,
  unitTable,
} from '../text/charClass.ts';
import type { Span } from '../text/span.ts';
import { commonPrefix } from './frames.ts';
import { MOST_MEMBERS } from './members.ts';
import type { ParallelSeries, SeriesMember } from './parallelSeries.ts';

/** Words that continue one another: «有的…有些…还有的…». Two members are enough for a series. */
const SOME: readonly string[] = ['有的', '有些', '还有的', '还有一些', '还有些', '一些', '少数', '个别'];
/** Connectives that may precede the repeated word. */
const CONNECTIVES: readonly string[] = ['而', '甚至', '同时', '但', '特别是', '主要是', '突出表现为'];
/** Words with which sentences often begin without any intent. */
const COMMON_STARTS: readonly string[] = [
  ...['我们', '他们', '你们', '大家', '同志', '各级', '各地', '各部', '各县', '各位', '全市', '全省', '全国', '全县'],
  ...['今年', '去年', '当前', '目前', '今天', '这是', '这些', '这个', '这种', '中国', '其中', '以及', '同时', '此外'],
  ...['习近', '总书', '人民', '新增', '完成', '实现', '预计', '累计', '全年', '到二', '党的', '社会', '经济', '政府'],
];
const LEAST_HEAD = 2;
/** Flag of the units with which a word of `SOME` or `CONNECTIVES` begins. */
const BEGINS_SOME = 1;
const BEGINS_CONNECTIVE = 2;
const BEGINNINGS = unitTable([
  [SOME.map(word => word[0]).join(''), BEGINS_SOME],
  [CONNECTIVES.map(word => word[0]).join(''), BEGINS_CONNECTIVE],
]);
const ENDS = STOP | NEWLINE | PAUSE;

/**
 * The heads with which consecutive sentences of a paragraph begin: «有的…。有的…；还有的…。» Members are sentences, or parts of them that end with
 * «；». At least three must begin with the same two units; for 有的 and similar words two are enough. O(length).
 */
export function findAnaphora(text: string, paragraph: Span, barriers: Uint8Array): ParallelSeries[] {
  const units = unitsOf(text, paragraph, barriers);
  const found: ParallelSeries[] = [];
  for (let from = 0; from + 1 < units.length; ) {
    const head = headFrom(units, from);
    if (head) found.push(seriesOf(units.slice(from, head.to), head.frame));
    from = head ? head.to : from + 1;
  }
  return found;
}

/** The number of units from `from` on that begin alike, and their common head. */
function headFrom(
  units: readonly SeriesMember[],
  from: number,
): { readonly to: number; readonly frame: string } | undefined {
  const limit = Math.min(units.length, from + MOST_MEMBERS);
  let to = from;
  while (to < limit && isSome(units[to]!)) to++;
  if (to - from > 1) return { to, frame: `${commonStart(units.slice(from, to)) || '有的'}…` };
  let head = units[from]!.text;
  to = from + 1;
  while (to < limit && mayShareHead(head, units[to]!.text)) {
    const shared = commonPrefix(head, units[to]!.text);
    if (shared.length < LEAST_HEAD || isCommon(shared)) break;
    head = shared;
    to++;
  }
  return to - from > 2 ? { to, frame: `${head}…` } : undefined;
}

/** Whether two sentences may share a head. Most differ in their first units, which is known without cutting any strings. */
function mayShareHead(a: string, b: string): boolean {
  for (let at = 0; at < LEAST_HEAD; at++) if (a.charCodeAt(at) !== b.charCodeAt(at)) return false;
  return true;
}

function isSome({ text }: SeriesMember): boolean {
  return (BEGINNINGS[text.charCodeAt(0)]! & BEGINS_SOME) !== 0 && SOME.some(word => text.startsWith(word));
}

function commonStart(units: readonly SeriesMember[]): string {
  return units.map(unit => unit.text).reduce(commonPrefix);
}

function isCommon(head: string): boolean {
  return head.length <= 4 && COMMON_STARTS.some(word => head.startsWith(word));
}

function seriesOf(members: readonly SeriesMember[], frame: string): ParallelSeries {
  return {
    family: members.length > 2 ? 'shared-head' : 'frame',
    scope: 'paragraph',
    markers: [],
    members,
    punctuation: '。',
    frame,
    start: members[0]!.start,
    end: members.at(-1)!.end,
  };
}

/** The sentences of a paragraph, divided at «；», without the connectives before them. Those that begin with an enumerator are left out. */
function unitsOf(text: string, paragraph: Span, barriers: Uint8Array): SeriesMember[] {
  const units: SeriesMember[] = [];
  let from = paragraph.start;
  const push = (to: number): void => {
    let start = from;
    while (start < to && classAt(text, start) & (SPACE | OPENS | CLOSES | STOP)) start++;
    if (BEGINNINGS[text.charCodeAt(start)]! & BEGINS_CONNECTIVE)
      start += CONNECTIVES.find(word => text.startsWith(word, start))?.length ?? 0;
    const end = trimClosing(text, start, to);
    units.push({ start, end, text: barriers[start] === 1 ? '' : text.slice(start, end) });
    from = to + 1;
  };
  for (let at = paragraph.start; ; at++) {
    at = skipTo(ENDS, text, at, paragraph.end);
    if (at === paragraph.end) break;
    if ((classAt(text, at) & PAUSE) === 0 || '；;：'.includes(text[at]!)) push(at);
  }
  if (from < paragraph.end) push(paragraph.end);
  return units.filter(unit => unit.end > unit.start || unit.text === '');
}
