import type { SpeechMetadata } from '../speechMetadata.ts';
import { type Finding, type Source, sentenceAround } from './finding.ts';

type Level = NonNullable<SpeechMetadata['level']>;

/** Kinds of meeting, the more telling first where one holds another. */
const OCCASIONS =
  /动员部署(?:大?会|会议)|动员大?会|总结表彰大?会|表彰大?会|工作推进(?:大?会|会议)|推进(?:大?会|会议)|电视电话会议|视频会议|现场(?:推进)?会|座谈会|务虚会|全体（扩大）会议|全体会议|常务会议|经济工作会议|农村工作会议|工作会议|工作会|人民代表大会|代表大会|代表会议|民主生活会|调度会|分析会|培训班|开班式|开学典礼|毕业典礼|启动仪式|揭牌仪式|开工仪式|签约仪式|开幕式|闭幕式|就职典礼|纪念大会|庆祝大会|总结大会|公祭仪式|茶话会|团拜会|招待会|欢迎宴会|欢迎晚宴|晚宴|论坛|峰会|党课|新年贺词|任前谈话|述职|全会/gu;

/** Kind of meeting named in the title; of several the last, as in «二次全会暨……电视电话会议». */
export function findOccasion(title: Finding | undefined): Finding | undefined {
  const kinds = title?.value.match(OCCASIONS);
  if (title === undefined || kinds === null || kinds === undefined) return undefined;
  return { value: kinds.at(-1)!, confidence: title.confidence, evidence: title.evidence };
}

const TITLE_LEVELS: readonly { readonly level: Level; readonly pattern: RegExp }[] = [
  { level: '国家', pattern: /国务院|全国|中共中央|中央军委|国家主席|中国共产党第/u },
  { level: '省', pattern: /全省|省政府|省委|自治区|[\p{Script=Han}]{2,3}省(?=第|人民|政府|政协|委|直|\d)/u },
  {
    level: '市',
    pattern: /全市|市政府|市委|全州|州政府|州委|自治州|[\p{Script=Han}]{2,3}市(?=第|人民|政府|政协|委|直|\d)/u,
  },
  {
    level: '县',
    pattern:
      /全县|县政府|县委|(?<!行政|自治)区政府|(?<!行政|自治)区委|[\p{Script=Han}]{1,3}县(?=第|人民|政府|政协|直|\d)/u,
  },
  { level: '乡', pattern: /[乡镇](?:政府|党委|街道)|全[乡镇]/u },
];
/** How the government of the whole country begins its report. */
const NATIONAL = /我代表国务院/u;
const OWN_LEVEL = /(?:全|我|本)(省|市|州|县|乡|镇)(?!场|民)/gu;
const LEVEL_OF: Readonly<Record<string, Level>> = { 省: '省', 市: '市', 州: '市', 县: '县', 乡: '乡', 镇: '乡' };
/** Speeches name the levels above them too; their own must clearly prevail. */
const MIN_COUNT = 3;

/** Whose meeting: from the title («市政府全体会议» → 市), else from whom it speaks for, or what it calls «全…», «我…». */
export function findLevel(source: Source, title: Finding | undefined): Finding<Level> | undefined {
  if (title !== undefined) {
    const named = TITLE_LEVELS.filter(({ pattern }) => pattern.test(title.value));
    if (named.length === 1) {
      return { value: named[0]!.level, confidence: title.confidence, evidence: title.evidence };
    }
  }
  const national = source.clean.search(NATIONAL);
  if (national >= 0) {
    return { value: '国家', confidence: 'high', evidence: sentenceAround(source.clean, national, national + 2) };
  }
  const counts = new Map<Level, number>();
  for (const match of source.clean.matchAll(OWN_LEVEL)) {
    const level = LEVEL_OF[match[1]!]!;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1]);
  const best = ranked[0];
  if (best === undefined || best[1] < MIN_COUNT || best[1] < 2 * (ranked[1]?.[1] ?? 0)) return undefined;
  const at = source.clean.search(
    new RegExp(`[全我本](?:${best[0] === '乡' ? '[乡镇]' : best[0] === '市' ? '[市州]' : best[0]})`, 'u'),
  );
  return { value: best[0], confidence: 'medium', evidence: sentenceAround(source.clean, at, at + 2) };
}

const ORGANIZATION =
  /(?:^|在|届)(?!在)((?:[\p{Script=Han}]{2,5}?(?:省|市|县|区|州))?(?:省|市|县|区|州|镇|乡)?(?:人民)?政府)(?=第|工作|常务|全体)/u;

/** «在某届市政府第三次全体会议上的讲话» → «市政府». */
export function findOrganization(title: Finding | undefined): Finding | undefined {
  const match = title === undefined ? null : ORGANIZATION.exec(title.value);
  if (title === undefined || match === null || /^(?:人民)?政府$/u.test(match[1]!)) return undefined;
  return { value: match[1]!, confidence: 'medium', evidence: title.evidence };
}
