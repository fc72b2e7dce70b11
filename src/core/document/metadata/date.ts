import { type Finding, type Source, sentenceAround } from './finding.ts';

const ARABIC = /(\d{4})[年.\-/](?:(\d{1,2})[月.\-/](?:(\d{1,2})日?)?)?/u;
const CHINESE =
  /([一二][〇○零九八七六五四三二一]{3})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?)?/u;
/** «……讯（记者 李明）2月25日上午» */
const NEWS_DAY = /(?:讯|电|报道)[^。\n]{0,24}?(?<!\d)(\d{1,2})月(\d{1,2})日/u;
const NEWS_LEAD = 120;
const FILE_DATE = /(?<!\d)((?:19|20)\d{2})(?:[-_.年]?(\d{2})(?:[-_.月]?(\d{2}))?)?(?!\d)/u;

/** Years the text gives away by what it calls the present one. They are claims: web copies move them on. */
const CLAIMS: readonly { readonly pattern: RegExp; readonly year: (match: RegExpExecArray) => number }[] = [
  { pattern: /今年是党的十八大(?:的)?召开之年/u, year: () => 2012 },
  { pattern: /今年是党的十九大(?:的)?召开之年/u, year: () => 2017 },
  { pattern: /今年是党的二十大(?:的)?召开之年/u, year: () => 2022 },
  { pattern: /今年是“?十四五”?(?:规划)?(?:的)?开局之年/u, year: () => 2021 },
  { pattern: /今年是“?十三五”?(?:规划)?(?:的)?开局之年/u, year: () => 2016 },
  { pattern: /结合(?:深入)?开展党史学习教育/u, year: () => 2021 },
  { pattern: /(?:回顾|总结|回顾总结)(20\d{2})年[^。\n]{0,40}(?:部署|安排)/u, year: match => Number(match[1]) + 1 },
  { pattern: /在(20\d{2})年[^。，\n]{0,16}的基础上/u, year: match => Number(match[1]) + 1 },
];
const PRESENT_MONTH = /(?:当前|现在|目前)已(?:经)?(?:到|是|进入)(?:了)?(\d{1,2})月/u;

/** `YYYY-MM-DD`, `YYYY-MM`, `YYYY` or `--MM-DD`: from the head, the news lead, the file name, or what the text claims. */
export function findDate(source: Source, isNews: boolean): Finding | undefined {
  const published = /发表时间|发布时间|更新时间|来源/u;
  const head = source.head.filter(line => !published.test(line)).join('\n');
  const dated = readDate(head);
  if (dated !== undefined) return { value: dated.value, confidence: 'high', evidence: dated.evidence };
  if (isNews) {
    const day = NEWS_DAY.exec(source.clean.slice(0, NEWS_LEAD));
    if (day !== null && isDay(day[1], day[2])) {
      return { value: `--${two(day[1]!)}-${two(day[2]!)}`, confidence: 'medium', evidence: day[0] };
    }
  }
  const file = FILE_DATE.exec(source.fileName);
  if (file !== null && (file[2] === undefined || isDay(file[2], file[3] ?? '1'))) {
    const value = [file[1], file[2], file[3]].filter(part => part !== undefined).join('-');
    return { value, confidence: 'medium', evidence: source.fileName };
  }
  return claimedDate(source.clean);
}

/** First full date of a text, Arabic or Chinese figures: «（2014年10月8日）», «二〇二三年三月» → `2023-03`. */
export function readDate(text: string): { value: string; evidence: string } | undefined {
  for (const pattern of [ARABIC, CHINESE]) {
    const match = pattern.exec(text);
    if (match?.[2] === undefined) continue;
    const year = pattern === ARABIC ? match[1]! : digits(match[1]!);
    const month = pattern === ARABIC ? match[2] : String(numeral(match[2]));
    const day = match[3] === undefined || pattern === ARABIC ? match[3] : String(numeral(match[3]));
    if (!isDay(month, day ?? '1')) continue;
    const value = `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
    return { value, evidence: text.split('\n').find(line => line.includes(match[0])) ?? match[0] };
  }
  return undefined;
}

function claimedDate(clean: string): Finding | undefined {
  for (const { pattern, year } of CLAIMS) {
    const match = pattern.exec(clean);
    if (match === null) continue;
    const month = PRESENT_MONTH.exec(clean);
    const value = month !== null && isDay(month[1], '1') ? `${year(match)}-${two(month[1]!)}` : String(year(match));
    const evidence = sentenceAround(clean, match.index, match.index + match[0].length);
    return { value, confidence: 'low', evidence: month === null ? evidence : `${evidence}；${month[0]}` };
  }
  return undefined;
}

function isDay(month: string | undefined, day: string | undefined): boolean {
  const m = Number(month);
  const d = Number(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

function two(figure: string): string {
  return figure.padStart(2, '0');
}

/** «二〇二三» → «2023» */
function digits(text: string): string {
  return [...text].map(one => ('○零'.includes(one) ? 0 : '〇一二三四五六七八九'.indexOf(one))).join('');
}

/** «二十三» → 23, up to 99. */
function numeral(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const figure = (one: string | undefined) => Math.max(0, '〇一二三四五六七八九'.indexOf(one || '〇'));
  return (text.includes('十') ? 10 * (tens === '' ? 1 : figure(tens)) : 0) + figure(ones);
}
