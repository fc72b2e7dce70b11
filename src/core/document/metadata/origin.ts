import type { Origin } from '../speechMetadata.ts';
import { type Finding, type Source, sentenceAround } from './finding.ts';

const NEWS_BYLINE =
  /(?:本报讯|网讯|新闻网讯|本台消息|消息|讯|电)[ \u3000]*[（(](?:本报|本台|通讯员|记者|见习记者|全媒体记者)/u;
const THIRD_PERSON = /(?:他|她|会议|[\p{Script=Han}]{2,4})(?:指出|强调|要求)[，：]/gu;
const ADDRESS_LINE = /^(?:各位|同志们|尊敬的)[^。\n]{0,40}[：:！]?$/mu;
const MILL_INTRODUCTION = /小编[^\n]{0,40}(?:整理|收集|精选|带来|分享|推荐)[^\n]{0,200}|推荐访问[:：][^\n]{0,60}/u;
const WEB_COLLECTION = /来源[:：][ \u3000]*(?:网络|互联网)整理|由互联网用户整理[^\n]{0,20}/u;
const LEAD = 200;

/** Whose text it is: a report about the speech, or a copy worked over by a web page; `undefined` when nothing tells. */
export function findOrigin(source: Source): Finding<Origin> | undefined {
  const byline = NEWS_BYLINE.exec(source.clean.slice(0, LEAD));
  if (byline !== null && reportsIn(source.clean) >= 2 && !ADDRESS_LINE.test(source.clean)) {
    return {
      value: '新闻稿',
      confidence: 'high',
      evidence: sentenceAround(source.clean, byline.index, byline.index + 1),
    };
  }
  const introduced = MILL_INTRODUCTION.exec(source.raw);
  if (introduced !== null) return { value: '网络改写', confidence: 'medium', evidence: introduced[0] };
  const collected = WEB_COLLECTION.exec(source.raw);
  return collected === null ? undefined : { value: '网络改写', confidence: 'low', evidence: collected[0] };
}

function reportsIn(clean: string): number {
  return clean.slice(0, 5_000).match(THIRD_PERSON)?.length ?? 0;
}
