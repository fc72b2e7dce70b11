import { isAllHan } from '../text/charClass.ts';
import { beginsGoverned, endsGoverning, isGoverning } from './governing.ts';
import type { Item, Separator } from './items.ts';
import { firstUnits, lastUnits, type Matcher } from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';
import { PLACE_TAILS } from './plainTails.ts';

/** Particles, with which no word ends. */
const PARTICLES = '的和与及';
/** Tails of plain lists: lists of places, and «女士们、先生们、朋友们». */
const NO_RUN_TAILS = `${PLACE_TAILS}们`;
/** Family names: a list of three-character items that all begin with one is a list of people. */
const FAMILY_NAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';

/** Matches at least three items of `length` units. The first may have a governing head, the last a governing tail. */
export const equalRun =
  (length: 3 | 4): Matcher =>
  (items, separator) => {
    let to = 0;
    while (to + 1 < items.length && isRunItem(items[to + 1]!.text, length)) to++;
    if (to === 0) return undefined;
    const first = items[0]!;
    const last = items[to + 1] && lastRunItem(items[to + 1]!, length, separator, to + 1);
    const isCertain = separator === '、' && to + (last ? 1 : 0) >= 2;
    // «推进金融、信息服务、商贸物流、商务会展»: four units, but with a verb that governs all.
    if (first.text.length === length && beginsAlone(items.slice(0, to + 1))) return undefined;
    const head = isRunItem(first.text, length) ? first : peeledRunItem(first, length, isCertain ? to : 0, separator);
    if (!head) return undefined;
    const members: SeriesMember[] = [head, ...items.slice(1, to + 1)];
    if (last) members.push(last);
    if (members.every(member => NO_RUN_TAILS.includes(member.text.at(-1)!))) return undefined;
    if (length === 3 && items.at(-1)!.text.includes('同志')) return undefined;
    if (length === 3 && members.slice(head === first ? 0 : 1).every(member => FAMILY_NAMES.includes(member.text[0]!)))
      return undefined;
    const needed = head === first || separator === '、' ? 3 : 4;
    return members.length >= needed
      ? { family: length === 4 ? 'run4' : 'run3', members, isWeak: separator === '、' }
      : undefined;
  };

function beginsAlone([first, ...others]: readonly Item[]): boolean {
  const begins = ({ text }: Item): boolean => isGoverning(text.slice(0, 2));
  return others.length > 2 && begins(first!) && !others.some(begins);
}

/** Whether the item has the length of the run. Quotes around the whole item do not count: “排得上”、“叫得响”、“走在前”. */
function isRunItem(text: string, length: number): boolean {
  const isQuoted = text.length === length + 2 && text[0] === '“' && text.at(-1) === '”';
  const inner = isQuoted ? text.slice(1, -1) : text;
  return (
    inner.length === length && isAllHan(inner) && !'的和'.includes(inner[0]!) && !PARTICLES.includes(inner.at(-1)!)
  );
}

/**
 * The last member of a run that is followed by more text: by the object that governs the list, or by any text if there are three whole
 * members before it.
 */
function lastRunItem(item: Item, length: number, separator: Separator, before: number): SeriesMember | undefined {
  if (item.text.length <= length || separator !== '、') return undefined;
  const tail = item.text.slice(length);
  const isCertain = length === 4 && before >= 3 && tail.length > 1;
  if (!isRunItem(item.text.slice(0, length), length) || (!isCertain && !beginsGoverned(tail))) return undefined;
  return firstUnits(item, length);
}

function peeledRunItem(item: Item, length: number, others: number, separator: Separator): SeriesMember | undefined {
  const whole = item.text.endsWith('”') ? length + 2 : length;
  const rest = item.text.slice(0, Math.max(0, item.text.length - whole));
  const peeled = lastUnits(item, whole);
  // One unit that governs nothing is the head of a longer word: «新能源汽车» is not «能源汽车».
  // Clauses joined by «，» begin anew each time: only a bare «要» or a «进一步» governs what follows.
  const governs =
    separator === '、'
      ? (others > 0 && rest.length > (others > 2 ? 1 : 2)) || endsGoverning(rest)
      : isGoverning(rest) || endsGoverning(rest, 2);
  return rest !== '' && governs && isRunItem(peeled.text, length) ? peeled : undefined;
}
