import type { SectionFunction } from './section.ts';

/**
 * Words that tell what a section does, in the order in which a tie at the same place is decided.
 * Plain alternations without repetition: one pass each.
 */
const CUES: readonly (readonly [SectionFunction, RegExp])[] = [
  ['近期工作', /近期|再强调|强调几项|几项具体工作|几件具体/],
  ['查找不足', /不足|存在的?问题|差距|短板|不适应|不到位|不扎实|不平衡|不理想|困难和|突出问题|主要问题/],
  [
    '肯定成绩',
    /回顾|成绩|成效|一年来|五年来|过去一年|过去五年|去年以来|实现了|推动了|促进了|解决了|取得|新进展|新成就/,
  ],
  ['形势意义', /形势|意义|重要性|必要性|紧迫性|认清|提高认识|统一思想|深化认识|为什么|机遇/],
  ['总要求', /总体要求|指导思想|基本原则|工作原则|基本思路|总体思路|总要求|奋斗目标|主要目标|预期目标|必须坚持/],
  [
    '要求保障',
    /强化责任|压实责任|狠抓落实|抓落实|抓好落实|作风|督查|督导|考核|保障措施|组织领导|加强领导|自身建设|纪律|守土/,
  ],
  ['部署任务', /重点|任务|部署|工作安排|主要工作|全力|聚焦|抓好|推进|加快|打造|大力|着力|扎实|建设|提升|持续/],
];
const OPENING_CUES: readonly (readonly [SectionFunction, RegExp])[] = [
  ['提纲', /下面，?我?.{0,12}讲|讲.{1,6}(意见|问题|点)/],
  ['承接', /^刚才/],
  ['会议由来', /这次会议|今天这次|今天.{0,8}召开|主要任务是/],
];
const OTHER_PARAGRAPH_CUES: readonly (readonly [SectionFunction, RegExp])[] = [
  ['过渡', /^总之|在看到成绩的同时|在肯定成绩的同时|清醒地?(认识|看)到/],
];

/** «一、肯定成绩，查找不足» → 肯定成绩: the cue that comes first in the heading names it. `undefined` where no cue stands. O(n). */
export function functionOfHeading(heading: string): SectionFunction | undefined {
  return earliest(CUES, heading);
}

/** What an unnumbered paragraph does, from its beginning: «刚才，…通报了…» → 承接. Looks at the first 80 units and the last 30. */
export function functionOfParagraph(paragraph: string): SectionFunction | undefined {
  const sample = paragraph.length <= 110 ? paragraph : paragraph.slice(0, 80) + paragraph.slice(-30);
  return earliest(OPENING_CUES, sample) ?? earliest(OTHER_PARAGRAPH_CUES, sample) ?? earliest(CUES, sample);
}

function earliest(cues: typeof CUES, text: string): SectionFunction | undefined {
  let best: SectionFunction | undefined;
  let place = Number.POSITIVE_INFINITY;
  for (const [name, cue] of cues) {
    const at = text.search(cue);
    if (at >= 0 && at < place) {
      best = name;
      place = at;
    }
  }
  return best;
}
