import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentEditsFile } from '../../src/node/documentEditsFile.ts';
import { temporaryDirectory } from './support.ts';

describe('DocumentEditsFile', () => {
  const edit = { documentId: 'a', hash: 'h', fields: { speaker: '林小满' }, isExcluded: false };

  it('keeps what is said of documents, readable by its owner alone, and nothing where nothing is said', () => {
    const path = join(temporaryDirectory(), 'documents.bin');
    const file = new DocumentEditsFile(path);
    assert.deepEqual([file.edits, file.stamp()], [[], '']);
    file.put(edit);
    const stamp = file.stamp();
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.deepEqual(new DocumentEditsFile(path).edits, [edit]);
    file.put({ ...edit, documentId: 'b', fields: {}, isExcluded: true });
    assert.equal(file.edits.length, 2);
    assert.notEqual(file.stamp(), stamp);
    file.put({ ...edit, fields: {} });
    assert.deepEqual(
      file.edits.map(({ documentId }) => documentId),
      ['b'],
    );
  });

  it('goes back to the state before the last one where the last is damaged', () => {
    const path = join(temporaryDirectory(), 'documents.bin');
    const file = new DocumentEditsFile(path);
    file.put(edit);
    file.put({ ...edit, documentId: 'b' });
    const bytes = readFileSync(path);
    bytes[3]! ^= 1;
    writeFileSync(path, bytes);
    assert.deepEqual(file.edits, [edit]);
  });
});
