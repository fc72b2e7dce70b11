import type { SectionFunction } from './section.ts';

type Cues = readonly (readonly [SectionFunction, RegExp])[];

/** Cues that say more than a verb before them: «推进政府自身建设», «认识加强教育培训的紧迫性». */
const STRONG_CUES: Cues = [
  [
    '要求保障',
    /自身建设|组织领导|加强.{0,20}领导|(?:加强|推进|抓好).{0,6}党的建设|作风建设|治理效能|效能建设|保障措施|(?:满意|法治|服务型?|廉洁|效能|务实)政府/,
  ],
  ['形势意义', /重大意义|重要意义|重要性|必要性|紧迫性/],
];

/**
 * Words that indicate a section's function, in the order that decides between cues at the same place. They are plain alternations, which
 * are matched in one pass each.
 */
const CUES: Cues = [
  ['近期工作', /近期|再强调|强调几项|几项具体工作|几件具体/],
  ['查找不足', /不足|存在的?问题|差距|短板|不适应|不到位|不扎实|不平衡|不理想|困难和|突出问题|主要问题/],
  [
    '肯定成绩',
    /回顾|成绩|成效|成果|收获|一年来|五年来|过去一年|过去五年|去年以来|实现了|推动了|促进了|解决了|取得|新进展|新成就|经验|启示|体会|工作情况|进展情况/,
  ],
  ['形势意义', /形势|意义|重要性|必要性|紧迫性|认清|提高认识|统一思想|深化认识|为什么|机遇/],
  [
    '总要求',
    /总体(?:要求|考虑|思路|目标)|指导思想|基本原则|工作原则|基本思路|总要求|奋斗目标|主要目标|预期目标|必须坚持/,
  ],
  ['要求保障', /强化责任|压实责任|狠抓落实|抓落实|抓好落实|作风|督查|督导|考核|纪律|守土/],
  ['部署任务', /重点|任务|部署|工作安排|主要工作|工作打算|下一步|下步|工作计划/],
];
/** Verbs of doing. Other words after such a verb say only what is being worked on. */
const ACTIONS: Cues = [
  [
    '部署任务',
    /全力|聚焦|抓[好实住紧]|推进|推动|加快|加强|加大|打造|大力|着力|扎实|建立|构建|提升|持续|增强|促进|完善|健全|优化|强化|实施|落实|开展|深化|深入|发挥|拓展|培育|统筹|突破|改善|保障|转变|注重|突出|做好|切实|严格|夯实|筑牢|守住|确保|推广|借鉴/,
  ],
];
/** Words with which a heading demands something. 重要, 主要, 只要 do not; 建设 does only if nothing is said about it («城乡建设成效明显»). */
const DEMANDS: Cues = [['部署任务', /建设|坚持|必须|希望|(?<![重主需只次首概摘将])要(?![求素点闻害道么])/]];
const OPENING_CUES: Cues = [
  ['提纲', /下面，?我?.{0,12}讲|讲.{1,6}(意见|问题|点)/],
  ['承接', /^刚才/],
  ['会议由来', /这次会议|今天这次|今天.{0,8}召开|主要任务是/],
];
const OTHER_PARAGRAPH_CUES: Cues = [['过渡', /^总之|在看到成绩的同时|在肯定成绩的同时|清醒地?(认识|看)到/]];

/**
 * The function of a heading: «一、肯定成绩，查找不足» → 肯定成绩. The first cue decides; a demand (要, 坚持) counts only if there is no other cue.
 * `undefined` without any. O(n).
 */
export function functionOfHeading(heading: string): SectionFunction | undefined {
  return byCues(heading) ?? earliest(DEMANDS, heading);
}

/** The function of an unnumbered paragraph, from its beginning: «刚才，…通报了…» → 承接. It reads the first 80 units and the last 30. */
export function functionOfParagraph(paragraph: string): SectionFunction | undefined {
  const sample = paragraph.length <= 110 ? paragraph : paragraph.slice(0, 80) + paragraph.slice(-30);
  return earliest(OPENING_CUES, sample) ?? earliest(OTHER_PARAGRAPH_CUES, sample) ?? byCues(sample);
}

function byCues(text: string): SectionFunction | undefined {
  const cue = first(CUES, text);
  const action = first(ACTIONS, text);
  if (action.at >= cue.at) return cue.name ?? earliest(STRONG_CUES, text);
  return earliest(STRONG_CUES, text) ?? action.name;
}

function earliest(cues: Cues, text: string): SectionFunction | undefined {
  return first(cues, text).name;
}

/** The first cue in `text` and its place, which is infinite if there is none. */
function first(cues: Cues, text: string): { readonly name: SectionFunction | undefined; readonly at: number } {
  let name: SectionFunction | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const [candidate, cue] of cues) {
    const place = text.search(cue);
    if (place < 0 || place >= at) continue;
    name = candidate;
    at = place;
  }
  return { name, at };
}
