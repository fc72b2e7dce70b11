import type { SeriesMember } from './parallelSeries.ts';

/** Endings that plain lists share: «…市、…县», «…的». */
export const PLAIN_TAILS = '市县区省镇乡村州旗的了等们人年月日个元吨亩里馆院校路桥站店厂局厅委会所港岛山河湖';
/** Those of places: «黄水县、青山县». */
export const PLACE_TAILS = PLAIN_TAILS.slice(0, 8);
/** What names of firms and houses end with: their lists are no series. */
export const NAME_TAILS: readonly string[] = [
  ...[
    '公司',
    '集团',
    '医院',
    '大学',
    '学院',
    '中学',
    '小学',
    '街道',
    '开发区',
    '委员会',
    '办公室',
    '理事会',
    '常务会',
    '党组会',
    '联合会',
    '协会',
  ],
  ...[
    '亿元',
    '万元',
    '万吨',
    '万人',
    '万户',
    '万亩',
    '公里',
    '百分点',
    '电台',
    '电视台',
    '高铁',
    '铁路',
    '高速',
    '同志',
  ],
];

/** Does `text` end like a name or a quantity? */
export function hasNameTail(text: string): boolean {
  return NAME_TAILS.some(tail => text.endsWith(tail));
}

/** «新增床位7154张、新增参保59.8万人» is statistics. */
export function areFigures(members: readonly SeriesMember[]): boolean {
  return members.every(({ text }) => /\d/.test(text));
}
