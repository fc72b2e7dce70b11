import { isAllHan } from '../structure/charClass.ts';
import type { Item, Separator } from './items.ts';
import { endsGoverning, firstUnits, isGoverning, lastUnits, type Matcher, withoutGoverned } from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';

/** Endings that plain lists share: «…市、…县», «…的». */
export const PLAIN_TAILS = '市县区省镇乡村州旗的了等们人年月日个元吨亩里馆院校路桥站店厂局厅委会所港岛山河湖';
const PLACE_TAILS = PLAIN_TAILS.slice(0, 8);
/** A list of three-character items that all begin with a family name is a list of people. */
const FAMILY_NAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';

/** Three and more items of `length` units; the first may carry a governing head, the last a governing tail. */
export const equalRun =
  (length: 3 | 4): Matcher =>
  (items, from, separator) => {
    let to = from;
    while (to + 1 < items.length && isRunItem(items[to + 1]!.text, length)) to++;
    if (to === from) return undefined;
    const first = items[from]!;
    const head = isRunItem(first.text, length)
      ? first
      : peeledRunItem(first, length, separator === '、' && to - from >= 2, separator);
    if (!head) return undefined;
    const members: SeriesMember[] = [head, ...items.slice(from + 1, to + 1)];
    const next = items[to + 1];
    const exact = members.length - (head === first ? 0 : 1);
    if (next && exact >= 1 && withoutGoverned(next, length) !== next && isRunItem(next.text.slice(0, length), length))
      members.push(firstUnits(next, length));
    if (length === 3 && members.slice(head === first ? 0 : 1).every(member => FAMILY_NAMES.includes(member.text[0]!)))
      return undefined;
    const needed = head === first || separator === '、' ? 3 : 4;
    return members.length >= needed ? { family: length === 4 ? 'run4' : 'run3', members } : undefined;
  };

function isRunItem(text: string, length: number): boolean {
  return text.length === length && isAllHan(text) && !PLACE_TAILS.includes(text.at(-1)!);
}

function peeledRunItem(item: Item, length: number, isCertain: boolean, separator: Separator): SeriesMember | undefined {
  const rest = item.text.slice(0, Math.max(0, item.text.length - length));
  const peeled = lastUnits(item, length);
  // One unit that governs nothing is the head of a longer word: «新能源汽车» is not «能源汽车».
  // Clauses joined by «，» begin anew each time: only a bare «要» or a «进一步» governs what follows.
  const governs =
    separator === '、'
      ? (isCertain && rest.length > 1) || endsGoverning(rest)
      : isGoverning(rest) || endsGoverning(rest, 2);
  return rest !== '' && governs && isRunItem(peeled.text, length) ? peeled : undefined;
}
