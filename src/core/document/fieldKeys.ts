import type { MetadataField } from './speechMetadata.ts';

/** What a user may call a field in a header or a sidecar, in lower case; the second is the Chinese name shown. */
export const FIELD_KEYS: Readonly<Record<MetadataField | 'classification', readonly [string, string, ...string[]]>> = {
  title: ['title', '标题', '题目'],
  speaker: ['speaker', '讲话人', '作者', '发言人', '报告人'],
  role: ['role', '职务'],
  occasion: ['occasion', '场合', '会议'],
  level: ['level', '层级', '级别'],
  date: ['date', '日期', '时间', 'publish_date'],
  organization: ['organization', '单位', '机关', 'publisher'],
  origin: ['origin', '来源类型'],
  fragment: ['fragment', '残缺'],
  classification: ['classification', '密级'],
};

/** «讲话人» for `speaker`. */
export function fieldName(field: keyof typeof FIELD_KEYS): string {
  return FIELD_KEYS[field][1];
}

/** The field a user means by `key`, whatever its case. */
export function fieldOf(key: string): keyof typeof FIELD_KEYS | undefined {
  const fields = Object.keys(FIELD_KEYS) as (keyof typeof FIELD_KEYS)[];
  return fields.find(field => FIELD_KEYS[field].includes(key.toLowerCase()));
}
