import assert from 'node:assert/strict';
import { Comparisons } from '../../../src/core/borrow/comparisons.ts';
import { check } from '../../../src/core/check/check.ts';
import type { FindingKind } from '../../../src/core/check/finding.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const north = '辽西北地区的渠要先通水再通车，福堤同志每十天看一次渠';
const dam = '谁家的坝谁家先走一遍，谁家的渠谁家先看一回，走完看完了再来这里说话';
const formula = '把渠修到田头，把水送到地边，把账算到户里';
const slogan = '要有更清的水、更绿的岸、更平的路、更亮的灯、更旺的业、更美的家';
const national = '江河安澜是天大的事，谁守的河段谁就要负起这个责任来';
const twice = '渠首的石头一块一块垒，渠尾的庄稼一寸一寸长，急不得也等不得';
const season = '正月里的犁头二月里的种，三月的秧田不看人脸色只看人手脚';
const report = '修了九口塘补了七道坎，账本上一笔一笔都有人签字有人来看';
const rule = '塘口开闸须有两人在场，一人看水一人记时，记满一月交村里存放';
const quoted = '河水不等人，人要等河水，等到了水就要马上动手，一天也不能再拖';
const term = '塘长：指一口塘从清淤到放水都由他一个人管、出了事也只找他一个人的人';
const spring = '一眼泉一本账，水位落一寸就要有人连夜上门问一声为什么';
const passage = '塘埂两侧的柳树一棵不能少。塘里的水草半年清一回。放水的钟点贴在村口墙上。谁家先用谁家后用早一天就说好';
const comparisons = new Comparisons(
  inMemoryCorpus({
    '北.txt': `在修渠会上的讲话\n${north}。\n${dam}。\n${formula}。\n${slogan}。\n他说：“${quoted}”。\n${term}。`,
    '南.txt': `在算账会上的讲话\n${formula}。\n青塘镇的塘多，青塘镇的鱼肥，青塘镇的路也通。青塘镇新设的柳坝村，把柳坝村的路先修好。`,
    '国.txt': `---\nlevel: 国家\n---\n在水利大会上的讲话\n${national}。`,
    '塘.txt': `在管塘会上的讲话\n${passage}。`,
    '济.txt': `在济南市冬修会上的讲话\n济南的泉，济南的河。${spring}。`,
    '季.txt': `---\ndate: 2020-02-10\n---\n在备耕会上的讲话\n${season}。`,
    '报.txt': `年终工作报告\n${report}。`,
    '规.txt': `关于管好塘口的通知\n${rule}。`,
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
    assert.equal(finding!.message, '地名“辽西北”来自《在修渠会上的讲话》，不在本地词表中');
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
  const repeated = (text: string, path?: string) => found(text, 'same-source', [], path);

  it('marks nearly whole sentences, and less of each in a passage, that only one speech has', () => {
    assert.deepEqual(repeated(`大家记住，${dam}。`), [dam]);
    assert.deepEqual(repeated('谁家的坝谁家先走一遍，走完再说。'), []);
    const [, second, third] = passage.split('。');
    assert.deepEqual(repeated(`${second}就够了。${third}。`), []);
    assert.deepEqual(repeated(`塘边${passage}。`), [passage]);
  });

  it('leaves alone what several say, what is quoted, and what explains a word', () => {
    assert.deepEqual(repeated(`${formula}。`), []);
    assert.deepEqual(repeated(`他说：“${quoted}”。`), []);
    assert.deepEqual(repeated(`他说，${quoted}。`), [quoted]);
    assert.deepEqual(repeated(`${term}。`), []);
    assert.deepEqual(repeated(`名词解释\n大家记住，${dam}。`), []);
  });

  it('leaves alone what stands in a sentence of one’s own, and slogans', () => {
    const own = `今年山上山下要修的坝一共有四十七座，人手不多，天又冷，路又远，可是${dam}，这句老话还是要一条一条地照着去办`;
    assert.deepEqual(repeated(`${own}。`), []);
    assert.deepEqual(repeated(`${slogan}。`), []);
  });

  it('leaves alone what the nation’s documents say, and what others have said at the same time or since', () => {
    assert.deepEqual(repeated(`${national}。`), []);
    assert.deepEqual(repeated(`${rule}。`), []);
    assert.deepEqual(repeated(`${report}。`), [report]);
    assert.deepEqual(repeated(`${twice}。`, '/corpus/早.txt'), []);
    assert.deepEqual(repeated(`${twice}。`, '/corpus/晚.txt'), [twice]);
    assert.deepEqual(repeated(`${season}。`, '/corpus/早.txt'), []);
    assert.deepEqual(repeated(`${season}。`, '/corpus/晚.txt'), [season]);
  });

  it('leaves alone what the draft’s own place, its province and its list of local names have said', () => {
    const draftFrom = (place: string) => `${place}的河。\n${place}的山。\n${place}的田。\n${spring}。`;
    assert.deepEqual(repeated(draftFrom('济南')), []);
    assert.deepEqual(repeated(draftFrom('山东')), []);
    assert.deepEqual(repeated(draftFrom('青岛')), [spring]);
    assert.deepEqual(found(draftFrom('青岛'), 'same-source', ['济南']), []);
  });

  it('marks in a draft that speaks for the whole country only what makes up a paragraph', () => {
    const nation = '我国的江河，全国的水库，中国的水利。';
    const before = '水利建设这些年走过的路很长，办成的事很多，留下来的账也不少，一件一件都要有个交代';
    assert.deepEqual(repeated(`${nation}\n${before}。${dam}。`), []);
    assert.deepEqual(repeated(`${nation}\n${dam}。`), [dam]);
  });

  it('does not compare a draft with its own file', () => {
    assert.deepEqual(found(`${dam}。`, 'same-source', [], '/corpus/北.txt'), []);
    assert.deepEqual(found(`${dam}。`, 'same-source', [], '/corpus/南.txt'), [dam]);
  });
});
