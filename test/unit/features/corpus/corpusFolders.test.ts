import assert from 'node:assert/strict';
import {
  corpusFolders,
  folderAround,
  indexDirectoryName,
  isIndexDirectoryName,
} from '../../../../src/features/corpus/corpusFolders.ts';

describe('corpusFolders', () => {
  const folders = (written: string[], starter: 'whenEmpty' | 'always' | 'never' = 'whenEmpty') =>
    corpusFolders(written, starter, '/ext/corpus', '/home/u');

  it('uses the starter corpus as the setting says', () => {
    assert.deepEqual(folders([]).folders, ['/ext/corpus']);
    assert.deepEqual(folders(['/a']).folders, ['/a']);
    assert.deepEqual(folders(['/a'], 'always').folders, ['/a', '/ext/corpus']);
    assert.deepEqual(folders([], 'never').folders, []);
  });

  it('reads ~, blanks and doubles', () => {
    assert.deepEqual(folders(['~/讲话', ' /a ', '', '/a/', '~']).folders, ['/home/u/讲话', '/a', '/home/u']);
  });

  it('refuses relative paths and network shares', () => {
    const { folders: used, refused } = folders(['讲话', '\\\\host\\share', '//host/share', '../x']);
    assert.deepEqual(used, ['/ext/corpus']);
    assert.equal(refused.length, 4);
  });
});

describe('folderAround', () => {
  it('is the innermost folder that holds a path', () => {
    assert.equal(folderAround('/讲话/2024/a.txt', ['/讲话', '/讲话/2024']), '/讲话/2024');
    assert.equal(folderAround('/讲话/2024', ['/讲话', '/讲话/2024']), '/讲话', 'a folder is not in itself');
  });

  it('is none for a path elsewhere, however alike', () => {
    assert.equal(folderAround('/讲话稿/a.txt', ['/讲话']), undefined);
    assert.equal(folderAround('/讲话', ['/讲话']), undefined);
  });

  it('knows a name that begins with two dots from a way upwards', () => {
    assert.equal(folderAround('/讲话/..旧稿/a.txt', ['/讲话']), '/讲话');
  });
});

describe('indexDirectoryName', () => {
  it('depends on the folders, not on their order', () => {
    assert.equal(indexDirectoryName(['/a', '/b']), indexDirectoryName(['/b', '/a']));
    assert.notEqual(indexDirectoryName(['/a']), indexDirectoryName(['/b']));
    assert.ok(isIndexDirectoryName(indexDirectoryName([])));
    assert.ok(!isIndexDirectoryName('settings.json'));
  });
});
