import assert from 'node:assert/strict';
import { namesIn } from '../../../src/core/check/names.ts';

/** Words are parted by «|»; names are given with their kind, by the bare stem. */
function namesOf(words: string): string[] {
  const text = words.replaceAll('|', '');
  const starts = Array.from(text, () => false);
  let at = 0;
  for (const word of words.split('|')) {
    starts[at] = true;
    at += word.length;
  }
  return namesIn(text, { start: 0, end: text.length }, starts).map(
    ({ kind, start, end, stem }) => `${kind} ${text.slice(start, end)} ${text.slice(stem.start, stem.end)}`,
  );
}

describe('namesIn', () => {
  const cases: readonly [words: string, ...names: string[]][] = [
    ['排在|辽|西北地区|前列', 'place 辽西北 辽西北'],
    ['苏|北|的|稻子', 'place 苏北 苏北'],
    ['江|东|父老'],
    ['支持|石桥镇|修路', 'place 石桥镇 石桥'],
    ['支持|织|坪|镇|修路', 'place 织坪镇 织坪'],
    ['落户|柳塘|村|的|企业', 'place 柳塘村 柳塘'],
    ['启用|市|级|平台'],
    ['全市|各县|两镇|我省'],
    ['东北地区|和|工业园区'],
    ['新|建|中央商务区|，|壮大|科技|联盟|，|没有|空壳村'],
    ['撤|县|建|市'],
    ['以|渠|兴|市|，|既|富民|又|强|市'],
    ['成为|全国|花木|镇'],
    ['新|塬|公司|投产', 'organization 新塬公司 新塬'],
    ['高水平|理工类|大学'],
    ['，|柯|峰|达|与|北|岭|建材|等|老|企业', 'organization 北岭建材 北岭建材', 'organization 柯峰达 柯峰达'],
    ['引进|柯|峰|达|、|华塬|等|企业', 'organization 华塬 华塬'],
    ['、|对|重|金属|、|粉尘|等|企业', 'organization 粉尘 粉尘'],
    ['由|福|生|同志|负责', 'person 福生同志 福生'],
    ['各位|同志|，|全体|同志'],
    ['请|王|守|堤|主任|说明', 'person 王守堤主任 王守堤'],
    ['副|市长|王|守|堤|，', 'person 王守堤 王守堤'],
    ['国务院|副|总理|、|国家|主席|王|守|堤|，'],
  ];
  for (const [words, ...names] of cases) {
    it(`finds ${names.join(', ') || 'none'} in ${words}`, () => assert.deepEqual(namesOf(words), names));
  }
});
