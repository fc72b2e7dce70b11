import { type Finding, type Source, sentenceAround } from './finding.ts';

const PAGE = /第[ \u3000]*(\d{1,3})[ \u3000]*[/／][ \u3000]*(\d{1,3})[ \u3000]*页/u;
const ANNOUNCED = /讲([两二三四五六七八九十])(?:个)?(?:方面|点|个问题|条|层意思)(?:的)?(?:问题|意见|内容|要求|看法)?/gu;
/** The parts are announced before the first of them. */
const OPENING = 5_000;
const NUMERALS = '一二三四五六七八九十';
/** Ways to number the announced parts, at the start of a paragraph. */
const PARTS: readonly RegExp[] = [
  /^([一二三四五六七八九十])、/gmu,
  /^[（(]([一二三四五六七八九十])[）)]/gmu,
  /^第([一二三四五六七八九十])[，、：]/gmu,
  /^([一二三四五六七八九十])(?:是|要)/gmu,
];
const LATER_START = /^(?:第)?([二三四五六七八九十])(?:、|要|是|，)/u;

/** Why the text is not whole: «第5/6页», «讲三个方面，只见一个», «开头缺失，从“四要”起». */
export function findFragment(source: Source): Finding | undefined {
  const page = PAGE.exec(source.raw.slice(0, 2_000)) ?? PAGE.exec(source.raw.slice(-2_000));
  if (page !== null && Number(page[2]) > 1) return { value: page[0], confidence: 'high', evidence: page[0] };
  const missing = missingParts(source.clean);
  if (missing !== undefined) return missing;
  const first = source.clean.slice(0, 4);
  const later = LATER_START.exec(first);
  if (later === null) return undefined;
  const head = later[0].replace(/[、，]$/u, '');
  return { value: `开头缺失，从“${head}”起`, confidence: 'medium', evidence: source.clean.slice(0, 20) };
}

function missingParts(clean: string): Finding | undefined {
  for (const announced of clean.slice(0, OPENING).matchAll(ANNOUNCED)) {
    const promised = announced[1] === '两' ? 2 : NUMERALS.indexOf(announced[1]!) + 1;
    const rest = clean.slice(announced.index + announced[0].length);
    // The first numbered paragraph after the announcement shows how the parts are numbered; deeper levels do not count.
    let family: { found: number; at: number } | undefined;
    for (const pattern of PARTS) {
      const parts = [...rest.matchAll(pattern)];
      if (parts.length === 0 || parts[0]![1] !== '一') continue;
      const found = new Set(parts.map(part => part[1])).size;
      if (family === undefined || parts[0]!.index < family.at) family = { found, at: parts[0]!.index };
    }
    if (family === undefined || family.found >= promised) return undefined;
    const seen = family.found === 2 ? '两' : NUMERALS[family.found - 1]!;
    const evidence = sentenceAround(clean, announced.index, announced.index + announced[0].length);
    return { value: `讲${announced[1]}个方面，只见${seen}个`, confidence: 'medium', evidence };
  }
  return undefined;
}
