import assert from 'node:assert/strict';
import { isAdverbial, isEnclosed, isPartOfList, isQuoted } from '../../../src/core/hover/shape.ts';
import { hasClauseBreak } from '../../../src/core/text/clauses.ts';
import type { Span } from '../../../src/core/text/span.ts';

/** Asks of what stands in `［］`. */
function ask(test: (text: string, span: Span) => boolean, marked: string): boolean {
  const start = marked.indexOf('［');
  return test(marked.replace(/[［］]/g, ''), { start, end: marked.indexOf('］') - 1 });
}

describe('the shape of words of a draft', () => {
  it('tells parts of a list', () => {
    const parts = [
      '监察、［审计、工商］、质监',
      '物流、［咨询等服务业］。',
      '信任和［满意的政府］',
      '［改造老旧小区九个］、管网十里',
    ];
    const others = [
      '［审计］、工商',
      '改革、［创新］、开放',
      '［求真务实的作风］',
      '［信任的人］',
      '自身和［各国共同发展］',
    ];
    for (const each of parts) assert.ok(ask(isPartOfList, each), each);
    for (const each of others) assert.ok(!ask(isPartOfList, each), each);
  });

  it('tells what is said of when, where or by what', () => {
    for (const each of ['［在通信方面］，', '［三中全会后］，', '［上世纪五十年代］，'])
      assert.ok(ask(isAdverbial, each), each);
    for (const each of ['［在通信方面］。', '［扎实工作］，', '［在困难面前，不退缩］，'])
      assert.ok(!ask(isAdverbial, each), each);
  });

  it('tells what marks enclose', () => {
    assert.ok(isEnclosed('《人民日报》'));
    assert.ok(!isEnclosed('《人民日报》报道'));
    assert.ok(!isEnclosed('“一、二”'));
    assert.ok(ask(isQuoted, '说“［真抓实干］”。'));
    assert.ok(!ask(isQuoted, '说“［真抓实干］的”。'));
  });

  it('tells clauses from items', () => {
    assert.ok(hasClauseBreak('真抓，实干'));
    assert.ok(!hasClauseBreak('真抓、实干'));
  });
});
