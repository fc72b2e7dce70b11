import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { CardFolder } from '../../src/node/cardFolder.ts';
import { temporaryDirectory } from './support.ts';

describe('a folder of cards', () => {
  const add = (folder: CardFolder, text: string) => folder.add({ text, tags: ['作风'] });

  it('is made with the first card, and has none before', () => {
    const place = join(temporaryDirectory(), '新', '素材');
    const folder = new CardFolder(place);
    assert.deepEqual(folder.cards, []);
    const card = add(folder, '春茶一刻也等不得。');
    assert.equal(basename(card.path), '春茶一刻也等不得。.md');
    assert.match(card.kept!, /^\d{4}-\d\d-\d\d$/);
    assert.deepEqual(folder.cards, [card]);
    assert.deepEqual(new CardFolder(place).cards, [card]);
  });

  it('never touches a file that is there, and leaves none half written', () => {
    const place = temporaryDirectory();
    writeFileSync(join(place, '春茶.md'), '旧的内容');
    const folder = new CardFolder(place);
    assert.equal(basename(add(folder, '春茶').path), '春茶 2.md');
    assert.equal(basename(add(folder, '春茶').path), '春茶 3.md');
    assert.equal(readFileSync(join(place, '春茶.md'), 'utf8'), '旧的内容');
    assert.deepEqual(readdirSync(place).sort(), ['春茶 2.md', '春茶 3.md', '春茶.md']);
  });

  it('names files so that every system takes them, and nowhere else', () => {
    const place = temporaryDirectory();
    const folder = new CardFolder(place);
    const unit = fc.constantFrom('真', '/', '\\', '.', ':', '*', '\u202e', '\0', '\n', ' ', 'c', 'o', 'n', '𠮷', '<');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), text => {
        fc.pre(text.trim() !== '');
        const { path } = folder.add({ text: `${text}。`, tags: [] });
        assert.equal(join(place, basename(path)), path);
        assert.doesNotMatch(basename(path), /[\\/:*?"<>|\p{C}]|^\.|^con\./u);
      }),
      { numRuns: 60 },
    );
  });

  it('reads what the user has put into it, in folders too, but no links, hidden or large files', () => {
    const place = temporaryDirectory();
    mkdirSync(join(place, '民生'));
    writeFileSync(join(place, '民生', '甲.md'), '---\n标签: 民生\n---\n渠水流到哪里。\n');
    writeFileSync(join(place, '乙.txt'), Uint8Array.of(0xb4, 0xba, 0xb2, 0xe8, 0xd2, 0xbb, 0xbf, 0xcc)); // GBK
    writeFileSync(join(place, '.丙.md'), '藏着');
    writeFileSync(join(place, '丁.md'), '长'.repeat(200_000));
    symlinkSync('/etc/hostname', join(place, '戊.md'));
    const found = new CardFolder(place).cards.map(({ id, text, tags }) => [id, text, ...tags]);
    assert.deepEqual(found.sort(), [
      ['card:乙.txt', '春茶一刻'],
      ['card:民生/甲.md', '渠水流到哪里。', '民生'],
    ]);
  });

  it('sees changes when it is read again', () => {
    const place = temporaryDirectory();
    const folder = new CardFolder(place);
    assert.deepEqual(folder.cards, []);
    writeFileSync(join(place, '甲.md'), '渠水流到哪里。');
    assert.deepEqual(folder.cards, []);
    assert.equal(folder.refresh().length, 1);
  });

  it('passes on why a card could not be written', function () {
    if (process.getuid?.() === 0) this.skip(); // nothing is forbidden to root
    const place = temporaryDirectory();
    chmodSync(place, 0o500);
    assert.throws(() => add(new CardFolder(place), '春茶'), { code: 'EACCES' });
  });
});
