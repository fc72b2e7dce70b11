import assert from 'node:assert/strict';
import type { KwicLine } from '../../../../src/core/document/provenance.ts';
import {
  concordanceTexts,
  lineRow,
  statusText,
  toTsv,
  withCitation,
} from '../../../../src/features/concordance/concordanceText.ts';
import { readFromConcordance } from '../../../../src/webview/concordance/messages.ts';

const line: KwicLine = {
  documentId: 'a',
  path: '/c/a.txt',
  title: '在推进会上的讲话',
  speaker: '李文山',
  date: '2024-03-01',
  sectionPath: ['一、任务', '（一）修堤'],
  start: 3,
  end: 7,
  rawStart: 3,
  rawEnd: 7,
  before: '要坚持',
  match: '真抓实干',
  after: '，务求实效',
};

describe('texts of the concordance', () => {
  it('has every text of the page', () => {
    const { help, tabs, labels } = concordanceTexts();
    for (const text of [...Object.values(tabs), ...Object.values(labels), ...help.map(({ meaning }) => meaning)]) {
      assert.ok(text !== '' && !text.includes('{'), text);
    }
  });

  it('cites what is copied', () => {
    assert.equal(withCitation(line), '要坚持真抓实干，务求实效（《在推进会上的讲话》，李文山，2024-03-01）');
    const { speaker: _, date: __, ...unknown } = line;
    assert.equal(withCitation(unknown), '要坚持真抓实干，务求实效（《在推进会上的讲话》）');
  });

  it('shows who spoke and when, as far as that is known', () => {
    assert.equal(lineRow(line).detail, '李文山 · 2024-03-01');
    assert.equal(lineRow({ ...line, inDocument: 3 }).inDocument, 3);
    assert.equal(lineRow({ ...line, isCard: true }).title, `素材《${line.title}》`);
  });

  it('says how much was found', () => {
    const result = {
      query: '真',
      occurrences: 1342,
      documents: 980,
      inCards: 0,
      listed: 1342,
      isComplete: true,
      progress: 1,
      lines: [],
    };
    assert.equal(statusText(result, false), '1,342 处，980 篇');
    assert.equal(statusText({ ...result, listed: 20, documents: 7 }, true), '共 1,342 处；筛选后 20 处，7 篇');
    assert.equal(
      statusText({ ...result, occurrences: 250_000, listed: 62_500 }, false),
      '共 250,000 处，均匀列出其中 62,500 处',
    );
    assert.match(statusText({ ...result, isComplete: false, progress: 0.429 }, false), /42%/);
    assert.equal(statusText({ ...result, occurrences: 0, listed: 0 }, false), '语料中没有');
    assert.equal(statusText({ ...result, inCards: 2, listed: 1344 }, false), '1,342 处，980 篇；素材 2 处');
    assert.equal(statusText({ ...result, occurrences: 0, listed: 1, inCards: 1 }, false), '语料中没有；素材 1 处');
    assert.equal(statusText({ ...result, query: '' }, false), '');
  });

  it('writes a table that no spreadsheet reads as formulas', () => {
    const [head, row, end] = toTsv([{ ...line, before: '=1+1\t', after: '甲\n乙' }]).split('\r\n');
    assert.match(head!, /^\ufeff题名\t/);
    const cells = row!.split('\t');
    assert.equal(cells.length, head!.split('\t').length);
    assert.deepEqual(cells.slice(4, 8), ['一、任务 › （一）修堤', "'=1+1 ", '真抓实干', '甲 乙']);
    assert.equal(end, '');
  });
});

describe('readFromConcordance', () => {
  const search = { type: 'search', search: 1, query: '真抓', sort: 'after', filter: { year: ['2021'] } };

  it('takes what has the right shape', () => {
    for (const message of [
      search,
      { type: 'lines', search: 1, offset: 100, limit: 100 },
      { type: 'part', search: 1, part: 'years' },
      { type: 'openLine', row: 0 },
      { type: 'export' },
    ]) {
      assert.deepEqual(readFromConcordance(message), message);
    }
  });

  it('takes nothing else', () => {
    for (const message of [
      undefined,
      'search',
      { ...search, query: 1 },
      { ...search, query: '长'.repeat(401) },
      { ...search, sort: 'random' },
      { ...search, filter: { path: ['/etc/passwd'] } },
      { ...search, filter: { year: [2021] } },
      { ...search, filter: null },
      { type: 'lines', search: 1, offset: 0, limit: 100_000 },
      { type: 'part', search: 1, part: 'everything' },
      { type: 'openLine', row: -1 },
      { type: 'openLine', row: '0' },
      { type: 'run', command: 'x' },
    ]) {
      assert.equal(readFromConcordance(message), undefined, JSON.stringify(message));
    }
  });
});
