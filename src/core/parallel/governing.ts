import { classAt, DIGIT, HAN, unitTable } from '../text/charClass.ts';
import type { Item } from './items.ts';
import { firstUnits, lastUnits, longest, shortest } from './members.ts';
import type { SeriesMember } from './parallelSeries.ts';

/** Single units that govern the words behind them. */
const GOVERNING_UNITS = '以要为在对从向将使让就把的和与及是有好到住起出了搞于用靠着被由能更抓做';
/** Words of two or more units, mostly verbs, that govern a whole list from inside its first item. */
const GOVERNING_WORDS = new Set(
  (
    '完善|健全|建立|深化|坚持|着力|做到|实现|确保|增强|提升|提高|不断|努力|加强|强化|树立|发扬|弘扬|体现|落实|推动|推进|促进|' +
    '担当起|具有|进一步|切实|始终|大力|全力|形成|保持|注重|突出|围绕|出现|解决|克服|调整|突破|发展|加快|防止|破除|反对|存在|' +
    '违反|改善|优化|培育|壮大|打造|建设|统筹|深入|开展|组织|实施|实行|推行|推广|引导|支持|鼓励|扩大|拓展|完成|充分|发挥|激发|' +
    '凝聚|营造|构建|巩固|维护|防范|化解|整治|查处|严惩|打击|遏制|杜绝|避免|减少|降低|缩短|节约|保障|保护|关心|关注|重视|涵养|' +
    '面对|面临|针对|聚焦|紧盯|紧扣|瞄准|立足|依托|依靠|通过|利用|运用|采取|制定|出台|明确|细化|压实|履行|承担|担负|肩负|牢记|' +
    '践行|弘扬|传承|发展成|成为|作为|当好|争当|争做|做好|抓好|办好|搞好|管好|用好|建好|学好|打好|守好|打赢|补齐|补强|拉长|延伸|' +
    '重点|甚至|有的|有些|必须有|主要是|就是|都是|正是|特别是|尤其是|包括|以及|针对|按照|根据|贯彻|遵循|秉持|落实好|获得|取得|赢得|抢抓|抓住|' +
    '把握|看到|认识|了解|掌握|研究|分析|讨论|审议|检查|督促|监督|管理|服务|带来|满足|顺应|适应|引领|带动|拉动|助推|驱动|辐射|' +
    '必须|应当|需要|可以|能够|就能|才能|不能|就要|还要|又要|也要|都要|既要|更要|真正|全面|系统|严格|广泛|抓紧|敢于|善于|勇于|乐于|' +
    '甘于|我们|一种|一个|一支|一批|一套|这种|那种|各种|多种|克服了|解决了|体现了|增强了|提高了|推动了|' +
    '表现为|概括为|集中在|体现在|表现在|贯穿于|相结合|并用|看作|视为|善用|讲究|追求|崇尚|倡导|提倡|推崇|培养|造就|锻造|锤炼|' +
    '锻炼|砥砺|磨砺|淬炼|争取|寻求|谋求|探索|创新|创建|创造|改进|改革|健全完善|建立健全|进行|给予|予以|加以|加大|引进|引入|集聚'
  ).split('|'),
);
const LONGEST_WORD = 4;
/**
 * Flags of the units with which a word of `GOVERNING_WORDS` begins or ends. Most units have neither, so the words need not be looked up.
 */
const BEGINS_WORD = 1;
const ENDS_WORD = 2;
const IN_WORDS = edgesOf(GOVERNING_WORDS);

/** Words that may govern a whole list from behind its last item: «稳预期工作», «抓谋划的要求». */
const GOVERNED_BY = new Set(
  (
    '的|等|这|观点|大幅|之|地|为|都|并|上|中|下|来|于|一定|必须|应当|要|工作|任务|精神|要求|活动|理念|原则|问题|能力|水平|机制|现象|行动|战略|作用|意识|' +
    '本领|责任|模式|体系|格局|优势|建设|发展|改革|制度|政策|措施|领域|方面|环节|项目|产业|事业|关系|情况|同步|相结合|有机|并举|并重|一体|' +
    '置于|推进|协调|相统一|取得|得到|实现|达到|明显|显著|进一步|全面|不断|持续|更加|大幅|广泛|深入|完成|落到|位居|均|全|齐'
  ).split('|'),
);

/** The units with which `words` begin and end, as flags. */
function edgesOf(words: ReadonlySet<string>): Uint8Array {
  return unitTable([
    [Array.from(words, word => word[0]).join(''), BEGINS_WORD],
    [Array.from(words, word => word.at(-1)).join(''), ENDS_WORD],
  ]);
}

/** Whether a head governs and does nothing else: «要», «大力推进». */
export function isGoverning(head: string): boolean {
  const mayBeWord = (IN_WORDS[head.charCodeAt(0)]! & BEGINS_WORD) !== 0;
  return (mayBeWord && GOVERNING_WORDS.has(head)) || (head.length === 1 && GOVERNING_UNITS.includes(head));
}

/**
 * Whether `head` ends with a governing word of at least `least` units. Only words of two units are certain enough to be cut off the first
 * of several clauses joined by «，».
 */
export function endsGoverning(head: string, least = 1): boolean {
  if (head === '') return false;
  if (least === 1 && GOVERNING_UNITS.includes(head.at(-1)!)) return true;
  if ((IN_WORDS[head.charCodeAt(head.length - 1)]! & ENDS_WORD) === 0) return false;
  for (let length = 2; length <= LONGEST_WORD && length <= head.length; length++)
    if (GOVERNING_WORDS.has(head.slice(-length))) return true;
  return false;
}

const IN_GOVERNED = edgesOf(GOVERNED_BY);

/** Whether `tail` begins with a word that may govern the list before it. */
export function beginsGoverned(tail: string): boolean {
  if ((IN_GOVERNED[tail.charCodeAt(0)]! & BEGINS_WORD) === 0) return tail.startsWith('“');
  for (let length = 1; length <= 3 && length <= tail.length; length++)
    if (GOVERNED_BY.has(tail.slice(0, length))) return true;
  return false;
}

/** The first `length` units of the item if the rest is only a governing tail; otherwise the item. */
export function withoutGoverned(item: Item, length: number): Item {
  return item.text.length > length && beginsGoverned(item.text.slice(length)) ? firstUnits(item, length) : item;
}

/**
 * The first item without the head that governs the whole list. The lengths of the `others` tell how long that head is: «用市场手段调整产业结构» beside
 * «所有制结构», «区域布局结构» is «产业结构».
 */
export function peelByLength(item: Item, others: readonly { readonly text: string }[]): SeriesMember {
  const { text } = item;
  const least = shortest(others);
  const most = longest(others);
  if (text.length <= most) return withoutVerb(item, others);
  const usual = others.reduce((sum, other) => sum + other.text.length, 0) / others.length;
  let best = -1;
  for (let length = Math.max(2, least - 2); length <= Math.min(most + 2, text.length - 1); length++) {
    if (!endsGoverning(text.slice(0, -length)) || !isWhole(text, text.length - length)) continue;
    if (best < 0 || Math.abs(length - usual) < Math.abs(best - usual)) best = length;
  }
  // Lengths alone are sure where all others are equal and more than one unit stands too many.
  if (others.length > 1 && least === most && text.length - least > 1 && (best < 0 || best > least))
    return lastUnits(item, least);
  return best > 0 ? lastUnits(item, best) : item;
}

/** The item without a verb with which only the first item begins: «开展“两学一做”学习教育» beside «党史学习教育». */
function withoutVerb(item: Item, others: readonly { readonly text: string }[]): SeriesMember {
  if (2 * others.filter(({ text }) => GOVERNING_WORDS.has(text.slice(0, 2))).length >= others.length) return item;
  for (let length = LONGEST_WORD; length >= 2; length--)
    if (item.text.length - length >= shortest(others) && endsGoverning(item.text.slice(0, length), 2))
      return lastUnits(item, item.text.length - length);
  return item;
}

/** Whether a cut at `at` is allowed; it is not between two digits or two letters. */
function isWhole(text: string, at: number): boolean {
  return (
    (classAt(text, at) & HAN) !== 0 || (classAt(text, at - 1) & (HAN | DIGIT)) !== (classAt(text, at) & (HAN | DIGIT))
  );
}
