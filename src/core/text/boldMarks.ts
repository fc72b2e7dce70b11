/** «__» inside a run of text is a blank to be filled in. */
const MARKS = /\*{2,}|(?<![\p{Script=Han}\w])__(?=[^\s_])|(?<=[^\s_])__(?![\p{Script=Han}\w])/gu;
/**
 * What is bold even in a text that masks names by «**»: it begins a line or follows a mark, and holds no whole sentences, though it may
 * end with its own mark. «**一是抓实。**要…» is bold, «**县…。…**年» is two masks.
 */
export const SURE_BOLD = /(?<![\p{Script=Han}\w*])\*\*(?=[^\s*])[^*\n。！？]{1,80}[。！？：:，]?\*\*(?!\*)/gu;

/**
 * Where marks of Markdown bold stand, opening and closing, in drafts that also write «**» for a name that has been taken out. A
 * line with an odd number of them has such masks; in a draft with such a line only what is surely bold is taken for it, and
 * «跳出**看**» is two masks. O(n).
 */
export function boldMarks(text: string): ReadonlySet<number> {
  const lines = [...text.matchAll(/[^\n]+/gu)].map(line => ({
    start: line.index,
    marks: [...line[0].matchAll(MARKS)],
  }));
  const marks = new Set<number>();
  const hasMasks = lines.some(line => line.marks.filter(([mark]) => mark.startsWith('*')).length % 2 === 1);
  if (hasMasks) {
    for (const { 0: bold, index } of text.matchAll(SURE_BOLD)) marks.add(index).add(index + bold.length - 2);
    return marks;
  }
  for (const { start, marks: found } of lines) {
    for (let index = 0; index + 1 < found.length; index++) {
      const [open, close] = [found[index]!, found[index + 1]!];
      if (open[0] !== close[0]) continue;
      marks.add(start + open.index).add(start + close.index);
      index++;
    }
  }
  return marks;
}
