import assert from 'node:assert/strict';
import { tidyStretch } from '../../../src/core/phrase/tidyStretch.ts';

/**
 * `［` and `］` around the stretch, `｜` before the pointer, `/` where words start; one before each bracket is understood.
 */
function tidied(marked: string): string | undefined {
  const starts = new Set<number>();
  const at: Record<string, number> = {};
  let text = '';
  for (const unit of marked) {
    if ('［］｜'.includes(unit)) at[unit] = text.length;
    if (unit === '/' || unit === '［' || unit === '］') starts.add(text.length);
    else if (unit !== '｜') text += unit;
  }
  const span = { start: at['［']!, end: at['］']! };
  const found = tidyStretch(text, span, at['｜']!, place => starts.has(place));
  return found && text.slice(found.start, found.end);
}

describe('tidyStretch', () => {
  const table: ReadonlyArray<readonly [marked: string, phrase: string | undefined]> = [
    ['我们［真抓｜实干］，', '真抓实干'],
    ['坚［持/真抓｜实干/务］求实效', '持真抓实干务'],
    ['增长9［/.6/%/。/农业｜基础/地位］进一步', '农业基础地位'],
    ['产能450［万吨/。/加快｜推进］国丰', '加快推进'],
    ['安防设施［/大力/建设/道｜路/1］万公里', '大力建设道路'],
    ['推进［重点/领域/改革/，/更大｜激发/活力］。', '重点领域改革，更大激发活力'],
    ['深入推进重点［领域/改革/，/更大｜激发/活力］。', '更大激发活力'],
    ['以［紧盯不放/、/不达｜目的不罢休］。', '紧盯不放、不达目的不罢休'],
    ['生活［水｜平/，/千方百计/增加/收入］。', '水平'],
    ['危房［改｜造/、/垃圾/收运］设施', undefined],
    ['发展［城乡/经｜济/、/社会/文化］、生态', '城乡经济、社会文化'],
    ['2024年12月［16/日/中央/组织｜部］，', '中央组织部'],
    ['2024年10［月8/日/起｜施行/有关/规定］。', '起施行有关规定'],
    ['［居民/人均/｜收入/26］，530元', '居民人均收入'],
    ['到位［内｜资/增长/8%］以上，', '内资增长'],
    ['［其中/公｜路/投资］，', '公路投资'],
    ['要［的/坚定｜拥护/者/和］积极', '坚定拥护者'],
    ['［系统/｜观念/和/系统］方法', '系统观念'],
    ['打好［政策｜/“/组合拳/”］。', '政策“组合拳”'],
    ['实现“［两｜到位/”/行政/审批］事项', '两到位'],
    ['打造［｜新式/公用］型设施', '新式'],
  ];
  for (const [marked, phrase] of table) it(`${marked} is ${phrase}`, () => assert.equal(tidied(marked), phrase));
});
