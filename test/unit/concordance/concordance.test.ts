import assert from 'node:assert/strict';
import type { ConcordanceRequest } from '../../../src/core/concordance/concordance.ts';
import { Concordances } from '../../../src/core/concordance/concordances.ts';
import { kindOfTitle } from '../../../src/core/document/kind.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

function speech(title: string, date: string, speaker: string, body: string): string {
  return `---\ntitle: ${title}\ndate: ${date}\nspeaker: ${speaker}\n---\n${body}`;
}

const corpus = inMemoryCorpus(
  {
    'a.txt': speech(
      '在动员会上的讲话',
      '2021-03-01',
      '甲明',
      '一、回顾成绩\n坚持筑牢堤坝。\n二、存在的问题\n没有筑牢堤坝。',
    ),
    'b.txt': speech('在推进会上的讲话', '2023-03-01', '乙亮', '一、工作任务\n要坚持筑牢堤坝，坚持筑牢基础。'),
  },
  { 'c.txt': speech('修堤工作报告', '2023-05-01', '甲明', '今年坚持筑牢堤坝，筑牢堤坝。') },
);
const concordances = new Concordances(corpus);
const ask = (request: ConcordanceRequest) => concordances.answer({ limit: 100, ...request });
const titles = (request: ConcordanceRequest): string[] => ask(request).lines.map(line => line.title);

describe('Concordances', () => {
  it('lists all lines, page by page', () => {
    const whole = ask({ query: '筑牢' });
    assert.deepEqual([whole.occurrences, whole.listed, whole.documents, whole.isComplete], [6, 6, 3, true]);
    const pages = [0, 2, 4].flatMap(offset => ask({ query: '筑牢', limit: 2, offset }).lines);
    assert.deepEqual(pages, whole.lines);
    assert.deepEqual(ask({ query: '筑牢', offset: 6 }).lines, []);
    assert.deepEqual(ask({ query: '没有的话' }).lines, []);
    assert.equal(ask({ query: '' }).occurrences, 0);
  });

  it('says how many lines of a document there are where they stand together', () => {
    assert.deepEqual(
      ask({ query: '筑牢' }).lines.map(line => line.inDocument),
      [2, 2, 2, 2, 2, 2],
    );
    assert.equal(ask({ query: '筑牢', sort: 'after' }).lines[0]!.inDocument, undefined);
  });

  it('sorts by either side of the match and by date, the latest first', () => {
    const after = ask({ query: '筑牢', sort: 'after' }).lines.map(line => line.after);
    assert.deepEqual(after, [...after].sort());
    const before = ask({ query: '筑牢', sort: 'before' }).lines.map(line => [...line.before].reverse().join(''));
    assert.deepEqual(before, [...before].sort());
    assert.deepEqual(titles({ query: '坚持筑牢堤坝', sort: 'date' }), [
      '修堤工作报告',
      '在推进会上的讲话',
      '在动员会上的讲话',
    ]);
  });

  it('filters, and counts what the other facets let through', () => {
    const { facets, listed, lines } = ask({ query: '筑牢', include: ['facets'], filter: { speaker: ['甲明'] } });
    assert.equal(listed, 4);
    assert.ok(lines.every(line => line.speaker === '甲明'));
    assert.deepEqual(facets!.speaker, [
      { value: '甲明', occurrences: 4 },
      { value: '乙亮', occurrences: 2 },
    ]);
    assert.deepEqual(facets!.year, [
      { value: '2023', occurrences: 2 },
      { value: '2021', occurrences: 2 },
    ]);
    assert.deepEqual(
      facets!.kind.map(({ value }) => value),
      ['工作报告', '讲话'],
    );
  });

  it('filters by what the section does', () => {
    const filter = { function: ['查找不足'] };
    assert.deepEqual(
      ask({ query: '筑牢', filter }).lines.map(line => line.before),
      ['没有'],
    );
    assert.equal(ask({ query: '筑牢', filter: { ...filter, year: ['2023'] } }).listed, 0);
  });

  it('counts by year, beside what the corpus has of it', () => {
    const { years } = ask({ query: '筑牢', include: ['years'] });
    assert.deepEqual(
      years!.map(({ year, occurrences, documents, corpusDocuments }) => [
        year,
        occurrences,
        documents,
        corpusDocuments,
      ]),
      [
        ['2021', 2, 1, 1],
        ['2023', 4, 2, 2],
      ],
    );
  });

  it('tells where in a document the lines stand', () => {
    const [first] = ask({ query: '没有筑牢', include: ['dispersion'] }).dispersion!;
    assert.equal(first!.title, '在动员会上的讲话');
    assert.equal(
      first!.bins.findIndex(count => count > 0),
      Math.floor((first!.start * 50) / first!.characters),
    );
  });

  it('knows what words keep company, within the sentence', () => {
    const { collocates } = ask({ query: '筑牢', include: ['collocates'] });
    const before = collocates!.before.map(({ word }) => word);
    assert.ok(before.includes('坚持'), before.join());
    assert.ok(collocates!.after.every(({ logDice }) => logDice <= 14));
    assert.equal(collocates!.examined, 6);
  });

  it('knows the stretches that recur, without parts of longer ones', () => {
    const { clusters } = ask({ query: '筑牢', include: ['clusters'] }).clusters!;
    assert.deepEqual(clusters[0], { text: '筑牢堤坝', occurrences: 5, documents: 3 });
    assert.ok(clusters.some(({ text, occurrences }) => text === '坚持筑牢堤坝' && occurrences === 3));
    assert.ok(clusters.every(({ text }) => text !== '筑牢'));
  });

  it('answers a slice at a time where asked to', () => {
    const request = { query: '筑牢', isPartial: true, include: ['facets'] } as const;
    let result = ask(request);
    while (!result.isComplete) result = ask(request);
    assert.equal(result.listed, 6);
    assert.ok(result.facets);
  });
});

describe('kindOfTitle', () => {
  const table: ReadonlyArray<readonly [title: string, kind: string | undefined]> = [
    ['在全市总结大会上的讲话（摘要）', '讲话'],
    ['2020年政府工作报告', '工作报告'],
    ['关于印发管理办法的通知', '通知'],
    ['新年贺词', '致辞'],
    ['走向明天', undefined],
  ];
  for (const [title, kind] of table) it(`${title}: ${kind}`, () => assert.equal(kindOfTitle(title), kind));
});
