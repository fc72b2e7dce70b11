/** Kinds of text (文种) by the words titles end in. */
const KINDS: ReadonlyArray<readonly [kind: string, words: readonly string[]]> = [
  ['主持词', ['主持词']],
  ['致辞', ['致辞', '致词', '贺词', '献词', '祝酒辞']],
  ['工作报告', ['工作报告']],
  ['报告', ['报告']],
  ['讲话', ['讲话', '讲稿', '谈话', '党课']],
  ['发言', ['发言', '表态']],
  ['演讲', ['演讲']],
  ['规划', ['规划', '纲要']],
  ['方案', ['方案', '计划', '要点']],
  ['意见', ['意见']],
  ['通知', ['通知', '通告', '公告']],
  ['决定', ['决定', '决议', '公报']],
  ['法规', ['条例', '办法', '规定', '细则', '规则']],
  ['总结', ['总结', '说明']],
];
/** The kind of text stands within the last so many units of a title: behind it comes at most a remark in brackets. */
const TITLE_END = 14;

/** The kind of text that a title announces by the last such word in it: «在总结大会上的讲话（摘要）» is a 讲话. `undefined` if it does not say. */
export function kindOfTitle(title: string): string | undefined {
  const end = title.slice(-TITLE_END);
  let best: string | undefined;
  let bestEnd = 0;
  for (const [kind, words] of KINDS) {
    for (const word of words) {
      const at = end.lastIndexOf(word);
      if (at < 0 || at + word.length <= bestEnd) continue;
      best = kind;
      bestEnd = at + word.length;
    }
  }
  return best;
}
