import { serviceTexts } from './serviceTexts.ts';

const placeholder = /\{\d\}/g;
/** Templates, the longest fixed text first: «文件内容是{0}，不是纯文本» before «文件{0}». */
const templates = Object.entries(serviceTexts)
  .filter(([chinese]) => chinese.includes('{0}'))
  .map(([chinese, english]) => ({ parts: chinese.split(placeholder), english }))
  .sort((a, b) => b.parts.join('').length - a.parts.join('').length);

/** English for a text of core, indexer or worker; the text itself where none is known. */
export function englishOf(chinese: string): string {
  const whole = serviceTexts[chinese];
  if (whole !== undefined) return whole;
  for (const { parts, english } of templates) {
    const values = valuesIn(chinese, parts);
    if (values !== undefined) return english.replace(placeholder, each => englishOf(values[Number(each[1])] ?? ''));
  }
  return chinese;
}

/** What stands between the `parts` of a template in `text`; undefined if it is not made from it. */
function valuesIn(text: string, parts: readonly string[]): readonly string[] | undefined {
  const [first = '', ...rest] = parts;
  if (!text.startsWith(first)) return undefined;
  const values: string[] = [];
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    const isLast = i === rest.length - 1;
    const end = isLast ? text.length - part.length : text.indexOf(part, at);
    if (end < at || !text.startsWith(part, end)) return undefined;
    values.push(text.slice(at, end));
    at = end + part.length;
  }
  return values;
}
