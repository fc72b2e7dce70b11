import assert from 'node:assert/strict';
import { Comparisons } from '../../../src/core/borrow/comparisons.ts';
import { check } from '../../../src/core/check/check.ts';
import type { FindingKind } from '../../../src/core/check/finding.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const north = '辽西北地区的渠要先通水再通车，福堤同志每十天看一次渠';
const dam = '谁家的坝谁家先走一遍，走完了再来这里说话';
const formula = '把渠修到田头，把水送到地边，把账算到户里';
const slogan = '要有更清的水、更绿的岸、更平的路、更亮的灯、更旺的业';
const national = '江河安澜是天大的事，谁守的河段谁负起这个责任';
const twice = '渠首的石头一块一块垒，渠尾的庄稼一寸一寸长';
const comparisons = new Comparisons(
  inMemoryCorpus({
    '北.txt': `在修渠会上的讲话\n${north}。\n${dam}。\n${formula}。\n${slogan}。\n他说：“河水不等人，人要等河水，等到了就动手”。`,
    '南.txt': `在算账会上的讲话\n${formula}。\n青塘镇的塘多，青塘镇的鱼肥，青塘镇的路也通。青塘镇新设的柳坝村，把柳坝村的路先修好。`,
    '国.txt': `---\nlevel: 国家\n---\n在水利大会上的讲话\n${national}。`,
    '早.txt': `---\ndate: 2020-03-01\n---\n在春修会上的讲话\n${twice}。`,
    '晚.txt': `---\ndate: 2023-03-01\n---\n在冬修会上的讲话\n${twice}。`,
  }),
);
const found = (text: string, kind: FindingKind, localNames: readonly string[] = [], path?: string) =>
  check(text, comparisons.forDraft(path), localNames)
    .filter(finding => finding.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('check: names from elsewhere', () => {
  const names = (text: string, ...local: string[]) => found(text, 'foreign-name', local);

  it('marks names that came along from a source, with the source', () => {
    assert.deepEqual(names(`我们这里，${north}。`), ['辽西北', '福堤同志']);
    const [finding] = check(north, comparisons.forDraft()).filter(({ kind }) => kind === 'foreign-name');
    assert.equal(finding!.message, '地名「辽西北」来自《在修渠会上的讲话》，不在本地词表中');
    assert.equal(finding!.name, '辽西北');
  });

  it('never marks what is in the list of local names', () => {
    assert.deepEqual(names(north, '辽西北'), ['福堤同志']);
    assert.deepEqual(names(north, '辽西北地区', '福堤'), []);
  });

  it('leaves alone names that the draft has of its own', () => {
    assert.deepEqual(names(`${north}。\n这件事归福堤管。`), ['辽西北']);
    assert.deepEqual(names(`${north}。\n辽宁的事我们最清楚。`), ['福堤同志']);
    assert.deepEqual(names('辽西北是个好地方。'), []);
  });

  it('takes a source from the same place for local', () => {
    const copied = '新设的柳坝村，把柳坝村的路先修好';
    assert.deepEqual(names(`${copied}。`), ['柳坝村', '柳坝村']);
    assert.deepEqual(names(`我们青塘镇开会。\n${copied}。`), []);
  });
});

describe('check: word for word one single speech', () => {
  it('marks thirteen characters in a row that only one speech has', () => {
    assert.deepEqual(found(`大家记住，${dam}。`, 'same-source'), [dam]);
    assert.deepEqual(found('谁家的坝谁家先走一遍', 'same-source'), []);
  });

  it('leaves alone what several say, and what is quoted', () => {
    assert.deepEqual(found(`${formula}。`, 'same-source'), []);
    assert.deepEqual(found('他说：“河水不等人，人要等河水，等到了就动手”。', 'same-source'), []);
  });

  it('leaves alone what stands in a sentence of one’s own, and slogans', () => {
    const own = `今年山上山下要修的坝一共有四十七座，人手不多，天又冷，路又远，可是${dam}，这句老话还是要一条一条地照着去办`;
    assert.deepEqual(found(`${own}。`, 'same-source'), []);
    assert.deepEqual(found(`${slogan}。`, 'same-source'), []);
  });

  it('leaves alone what the nation’s documents say, and what others have said since', () => {
    assert.deepEqual(found(`${national}。`, 'same-source'), []);
    assert.deepEqual(found(`${twice}。`, 'same-source', [], '/corpus/早.txt'), []);
    assert.deepEqual(found(`${twice}。`, 'same-source', [], '/corpus/晚.txt'), [twice]);
  });

  it('does not compare a draft with its own file', () => {
    assert.deepEqual(found(`${dam}。`, 'same-source', [], '/corpus/北.txt'), []);
    assert.deepEqual(found(`${dam}。`, 'same-source', [], '/corpus/南.txt'), [dam]);
  });
});
