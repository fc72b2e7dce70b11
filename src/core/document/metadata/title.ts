import { ENUMERATOR } from '../clean/characters.ts';
import type { Finding, Source } from './finding.ts';

const MAX_TITLE = 80;
/** What the title of a speech or official document ends in, brackets aside. */
const TITLE_END =
  /(?:讲话|致辞|致词|报告|发言|党课|主持词|讲稿|演讲|说明|贺词|献词|表态|讲话提纲|总结|要点|意见|通知|决定|决议|条例|办法|规定|方案|规划|纲要|公报)(?:[（(].{1,30}[）)])?$/u;
const FILE_DATE = /^\d{4}(?:-\d{1,2}){0,2}[_ ]+/u;
const FULL_TEXT = /[ \u3000]*[（(](?:全文|摘要|节选|全文实录|\d{4}年.{0,20})[）)]$/u;
/** «小编为大家整理的在某会上讲话(精选文档)，供大家参考» */
const INTRODUCED =
  /(?:小编|本站|网友)[^\n。]{0,12}(?:整理|收集|精选|带来|分享|推荐|编辑)(?:的|了)([^\n。]{4,120}?)(?:[（(][^（）()\n]{2,8}[）)])?[，,][ \u3000]*(?:供|希望|欢迎|以供|仅供)/u;
/** «主要任务是落实……精神，……» */
const PURPOSE =
  /(?:会议|大会|活动)[^。\n]{0,16}?(?:主要任务|目的|主题|主要内容|任务)是[，：]?([^，。；：\n]{6,40})[，。；]/u;
/** «……，市政府召开第三次全体会议，……» */
const NEWS_LEAD =
  /([\p{Script=Han}“”《》（）]{2,20}(?:召开|举行|举办)[^，。；\n]{2,40}(?:会|会议|大会|仪式|座谈会))[，。]/u;
/** Titles of this kind stand in the first sentences or nowhere. */
const OPENING = 600;

/** Whether `line` ends as titles do: «在全市工作会议上的讲话», «工作方案（试行）». */
export function endsAsTitle(line: string): boolean {
  return TITLE_END.test(line);
}

/**
 * Title from the head of the text, else from the page's own introduction, else the words in which the opening states what
 * the meeting is about. Never from under the text: pages put titles of other texts there.
 */
export function findTitle(source: Source, isNews: boolean): Finding | undefined {
  for (const line of source.head) {
    const bare = line
      .replace(FILE_DATE, '')
      .replace(/^[\p{Script=Han}·]{2,4}：(?=在|关于)/u, '')
      .replace(FULL_TEXT, '')
      .trim();
    if (bare.length < 4 || bare.length > MAX_TITLE || ENUMERATOR.test(bare)) continue;
    if (endsAsTitle(bare)) return { value: bare, confidence: 'high', evidence: line };
  }
  const introduced = INTRODUCED.exec(source.raw.slice(0, OPENING));
  if (introduced !== null) return { value: introduced[1]!.trim(), confidence: 'medium', evidence: introduced[0] };
  const opening = source.clean.slice(0, OPENING);
  const stated = (isNews ? NEWS_LEAD : PURPOSE).exec(opening);
  if (stated === null) return undefined;
  return { value: stated[1]!, confidence: 'low', evidence: stated[0] };
}
