import assert from 'node:assert/strict';
import type { HoverResult } from '../../../../src/core/hover/hoverResult.ts';
import { hoverBlocks } from '../../../../src/features/provenance/hoverText.ts';
import { sparkline } from '../../../../src/features/provenance/sparkline.ts';
import { commandsOf, renderBlocks } from '../../../../src/vscode/markup.ts';

const hit = {
  documentId: 'd1',
  path: '/c/a.md',
  title: '在推进会上的讲话',
  sectionPath: [],
  start: 10,
  end: 14,
  rawStart: 10,
  rawEnd: 14,
  before: '要',
  match: '久久为功',
  after: '。',
};
const found: HoverResult = {
  phrase: '久久为功',
  kind: 'idiom',
  span: { start: 0, end: 4 },
  goesOn: { before: false, after: true },
  documents: 3,
  occurrences: 4,
  hits: [hit, hit, hit],
  cards: [],
  years: [
    { year: '2021', documents: 1 },
    { year: '2024', documents: 2 },
  ],
  variants: [{ phrase: '久久为攻', documents: 1, occurrences: 1 }],
  inner: { phrase: '久久', kind: 'phrase', documents: 9, occurrences: 9 },
  series: { family: 'run4', members: ['久久为功', '驰而不息'] },
  dictionary: { word: '久久为功', reading: 'jiǔ jiǔ wéi gōng', explanation: '持之以恒' },
};
const place = { line: 2, character: 5 };

describe('hoverBlocks', () => {
  it('says first what it is and how often it is said', () => {
    const lines = renderBlocks(hoverBlocks(found, place)).split('\n');
    assert.equal(lines[0]!.trimEnd(), '<strong>久久为功</strong>　成语 jiǔ jiǔ wéi gōng · 3篇 · 4次');
    assert.deepEqual(
      lines.slice(1, 6).map(line => line.trimEnd()),
      [
        '其中 <strong>久久</strong>　提法 · 9篇 · 9次',
        '2021 ▄··█ 2024 各年篇数',
        '原文排比：久久为功 &#47; 驰而不息',
        '近似说法：<strong>久久为攻</strong> 仅见于1篇 · 1次　',
        '词典（非语料）：持之以恒',
      ].map(line => line.trimEnd()),
    );
  });

  it('keeps a long series on one line, above the first source', () => {
    const members = ['修好每一道渠', '守住每一个闸', '护好每一片林', '走进每一户家', '办好每一件事', '记住每一句话'];
    const lines = renderBlocks(hoverBlocks({ ...found, series: { family: 'run4', members } }, place)).split('\n');
    const series = lines.find(line => line.startsWith('原文排比：'))!;
    assert.match(series.trimEnd(), /^原文排比：修好每一道渠 .*…$/u);
    assert.doesNotMatch(series, /记住每一句话/);
  });

  it('shows an excerpt as one, with its length and dots where the clause goes on', () => {
    const goesOn = { before: true, after: false };
    const wider = { phrase: '务求久久为功', documents: 1, occurrences: 2, goesOn };
    const [first, second] = renderBlocks(hoverBlocks({ ...found, kind: 'stretch', wider }, place)).split('\n');
    assert.equal(first!.trimEnd(), '<strong>久久为功</strong>…　相同文字4字 jiǔ jiǔ wéi gōng · 3篇 · 4次');
    assert.equal(second!.trimEnd(), '更长的 …<strong>务求久久为功</strong>　仅见于1篇 · 2次');
  });

  it('offers what can be done, by place and never by text', () => {
    const blocks = hoverBlocks(found, place);
    assert.deepEqual(commandsOf(blocks), ['jianggao.openSource', 'jianggao.concordanceAt', 'jianggao.atPhrase']);
    const links = renderBlocks(blocks.slice(-1));
    assert.match(links, /看全部4处/);
    assert.match(links, new RegExp(encodeURIComponent(JSON.stringify(['addCard', 2, 5]))));
  });

  it('names cards as sources of their own, behind those of the corpus', () => {
    const cards = [{ ...hit, documentId: 'card:1', title: '用户自建', isCard: true as const }];
    const lines = renderBlocks(hoverBlocks({ ...found, hits: [hit], cards }, place));
    assert.match(lines, /—— 《在推进会上的讲话》[\s\S]*—— 素材 《用户自建》/);
    assert.match(lines, new RegExp(encodeURIComponent('card:1')));
  });

  it('stays below four kilobytes of UTF-8', () => {
    const size = (hits: HoverResult['hits']): number =>
      Buffer.byteLength(renderBlocks(hoverBlocks({ ...found, hits }, place)));
    const long = { ...hit, before: '·'.repeat(400), match: '*'.repeat(400), sectionPath: ['#'.repeat(200)] };
    assert.ok(size([long, long, long, long]) < 4096);
    const chinese = { ...hit, before: '汉'.repeat(400), match: '字'.repeat(60), title: '题'.repeat(200) };
    assert.ok(size([chinese]) > 1200);
    assert.ok(size([chinese, chinese, chinese]) < 4096);
  });

  it('offers nothing to do with an idiom that only a dictionary has', () => {
    const blocks = hoverBlocks({ ...found, documents: 0, occurrences: 0, hits: [], years: [], variants: [] }, place);
    assert.match(renderBlocks(blocks), /语料中无出处/);
    assert.deepEqual(commandsOf(blocks), []);
  });
});

describe('sparkline', () => {
  it('draws a column a year, and a dot for a year without', () => {
    const years = [
      { year: '2020', documents: 8 },
      { year: '2021', documents: 1 },
      { year: '2023', documents: 4 },
    ];
    assert.equal(sparkline(years), '2020 █▁·▄ 2023');
    assert.equal(
      sparkline([
        { year: '1950', documents: 1 },
        { year: '2024', documents: 1 },
      ]).length,
      24 + 10,
    );
  });
});
