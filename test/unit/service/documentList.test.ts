import assert from 'node:assert/strict';
import { buildSegment } from '../../../src/core/index/build/buildSegment.ts';
import { CorpusIndex } from '../../../src/core/index/corpusIndex.ts';
import { memorySource } from '../../../src/core/index/format/byteSource.ts';
import { encodeDocument } from '../../../src/core/index/format/storedDocument.ts';
import {
  type DocumentEdit,
  type DocumentEditStore,
  DocumentEdits,
} from '../../../src/core/index/reading/documentEdits.ts';
import { Segment } from '../../../src/core/index/reading/segment.ts';
import { DocumentList } from '../../../src/core/service/documentList.ts';
import { concatenated, testDocument } from '../support/inMemoryCorpus.ts';

const header = (fields: Readonly<Record<string, string>>): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n')}\n---\n`;
const documents = [
  testDocument(
    '2023/甲.txt',
    `${header({ title: '甲讲话', speaker: '许长河', date: '2023-05-01', occasion: '推进会' })}先看水。`,
  ),
  testDocument('2023/乙.txt', `${header({ title: '乙讲话', speaker: '许长河', date: '2023-09-01' })}先看坡。`),
  testDocument('2024/丙.txt', `${header({ title: '丙讲话', date: '2024' })}先看路。`),
  testDocument('2024/丁.txt', `${header({ title: '丁讲话', date: '--05-01' })}先看桥。`),
];
const bytes = concatenated(buildSegment(documents.map(encodeDocument)));

class Memory implements DocumentEditStore {
  edits: readonly DocumentEdit[] = [];

  put(edit: DocumentEdit): void {
    this.edits = [...this.edits.filter(({ documentId }) => documentId !== edit.documentId), edit];
  }
}

function open(store: DocumentEditStore): { index: CorpusIndex; list: DocumentList } {
  const edits = new DocumentEdits(store.edits);
  const segment = new Segment(memorySource(bytes), edits);
  const excluded = documents.flatMap(({ stored }, i) => (edits.isExcluded(stored.id) ? [i] : []));
  const index = new CorpusIndex([{ segment, deleted: [], excluded }]);
  return { index, list: new DocumentList(index, store.edits) };
}

const id = (name: string): string => `id-${name}`;

describe('the documents of a corpus', () => {
  const { list } = open(new Memory());
  const groups = (groupBy: Parameters<typeof list.list>[0]['groupBy']) =>
    list.list({ groupBy }).groups.map(({ key, documents: count }) => `${key} ${count}`);

  it('are grouped, what is not known last', () => {
    assert.deepEqual(groups('year'), ['2024 1', '2023 2', ' 1']);
    assert.deepEqual(groups('speaker'), ['许长河 2', ' 2']);
    assert.deepEqual(groups('occasion'), ['推进会 1', ' 3']);
    assert.deepEqual(groups('folder'), ['/corpus/2023 2', '/corpus/2024 2']);
  });

  it('are listed a page at a time, the latest first', () => {
    const page = (offset: number, limit: number) => list.list({ groupBy: 'speaker', group: '许长河', offset, limit });
    assert.deepEqual(
      page(0, 1).documents.map(({ title }) => title),
      ['乙讲话'],
    );
    assert.deepEqual(
      page(1, 5).documents.map(({ title }) => title),
      ['甲讲话'],
    );
    assert.equal(page(0, 1).total, 2);
    assert.deepEqual(list.list({ groupBy: 'year', group: '1999' }), { total: 0, groups: [], documents: [] });
  });
});

describe('what the user says of a document', () => {
  it('wins over what was found, everywhere, and can be taken back', () => {
    const store = new Memory();
    const put = (changes: Readonly<Record<string, string | null>>) =>
      open(store).list.describe({ documentId: id('2024/丙.txt'), changes }, store);
    assert.ok(put({ speaker: '林小满', date: '2025年3月1日', title: '' }));
    const { index, list } = open(store);
    const [summary] = list.list({ groupBy: 'year', group: '2025' }).documents;
    assert.equal(summary!.title, '丙讲话');
    assert.deepEqual([summary!.metadata.speaker, summary!.metadata.date], ['林小满', '2025-03-01']);
    assert.equal(summary!.metadata.confidence.speaker, 'high');
    assert.deepEqual([...summary!.edited].sort(), ['date', 'speaker', 'title']);
    const place = index.matches.occurrences(index.matches.of('先看路'))[0]!;
    assert.equal(index.documents.dateOf(place), '2025-03-01');
    assert.equal(index.provenances.of(place, 3).speaker, '林小满');
    put({ speaker: null, date: '', title: null });
    const { metadata, edited } = open(store)
      .list.list({ groupBy: 'folder', group: '/corpus/2024' })
      .documents.find(({ title }) => title === '丙讲话')!;
    assert.deepEqual([metadata.speaker, metadata.date, edited], [undefined, undefined, ['date']]);
  });

  it('is refused where it is no date or level', () => {
    const store = new Memory();
    const { list } = open(store);
    const documentId = id('2024/丙.txt');
    assert.throws(() => list.describe({ documentId, changes: { date: '去年' } }, store), /“去年”不能作为日期/);
    assert.throws(() => list.describe({ documentId, changes: { level: '厅' } }, store), /“厅”不能作为层级/);
    assert.equal(list.describe({ documentId: 'none', changes: { speaker: '' } }, store), undefined);
    assert.equal(list.describe({ documentId }, store)?.title, '丙讲话');
    assert.deepEqual(store.edits, []);
  });

  it('holds for the same content under another name', () => {
    const { stored } = documents[0]!;
    const edits = new DocumentEdits([
      { documentId: 'gone', hash: stored.file.hash, fields: { speaker: '林小满' }, isExcluded: true },
    ]);
    assert.equal(edits.applied(stored).metadata.speaker, '林小满');
    assert.equal(edits.isExcluded(stored.id), false);
  });

  it('leaves a document out of everything but the list, and takes it in again', () => {
    const store = new Memory();
    const documentId = id('2023/甲.txt');
    open(store).list.describe({ documentId, isExcluded: true }, store);
    const { index, list } = open(store);
    assert.equal(index.counts.occurrences(index.matches.of('先看水')), 0);
    assert.equal(index.matches.longestPrefix('先看水'), 2);
    assert.equal(index.documents.count, 3);
    const listed = list.list({ groupBy: 'year', group: '2023' }).documents;
    assert.deepEqual(
      listed.map(({ title, isExcluded }) => `${title} ${isExcluded}`),
      ['乙讲话 false', '甲讲话 true'],
    );
    list.describe({ documentId, isExcluded: false }, store);
    assert.equal(open(store).index.documents.count, 4);
  });
});
