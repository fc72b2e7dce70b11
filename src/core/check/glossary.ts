import type { Span } from '../text/span.ts';

/** «名词解释», «《政府工作报告》有关术语的说明» */
const HEADING =
  /^[^。]{0,24}(?:(?:名词|术语|用语|词语).{0,4}(?:解释|说明|注释|注解|释义|解析|解读)|注释|释义)[^。]{0,6}$/u;
/** «[^3]：», «〔28〕», «③» */
const NOTE_MARK = /^[\s\u3000]*(?:\[\^?\d+\]|〔\d+〕|[①-⑳])/u;
/** «链主：即……», «16.“个转企”：……» */
const DEFINITION = /^(?:[^。：:]{2,40}[：:](?:即|是?指)|\d+[.．、]\s?“[^”]{1,30}”[^。：:]{0,10}[：:])/u;

/** The paragraphs of `text` that do not explain words: what a word means is said alike everywhere. */
export function outsideGlossary<P extends Span>(text: string, paragraphs: readonly P[]): P[] {
  let isGlossary = false;
  return paragraphs.filter(({ start, end }) => {
    const paragraph = text.slice(start, end);
    isGlossary ||= HEADING.test(paragraph.trim());
    return !isGlossary && !NOTE_MARK.test(paragraph) && !DEFINITION.test(paragraph);
  });
}
