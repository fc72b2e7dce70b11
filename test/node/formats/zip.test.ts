import assert from 'node:assert/strict';
import { FormatError } from '../../../src/node/formats/common/formatText.ts';
import { ZipArchive } from '../../../src/node/formats/common/zip.ts';
import { writeZip } from './zipWriter.ts';

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();

describe('ZIP archives', () => {
  it('give their entries, packed or stored', () => {
    const archive = new ZipArchive(
      writeZip([
        { name: 'a.xml', content: '春耕备耕' },
        { name: 'b.xml', content: '秋收冬藏', method: 0 },
      ]),
    );
    assert.equal(text(archive.read('a.xml')), '春耕备耕');
    assert.equal(text(archive.read('b.xml')), '秋收冬藏');
    assert.equal(archive.read('c.xml'), undefined);
  });

  it('are found with bytes of a comment behind them', () => {
    const bytes = Buffer.concat([writeZip({ 'a.xml': '春耕' }), Buffer.alloc(5000, 0x50)]);
    assert.equal(text(new ZipArchive(bytes).read('a.xml')), '春耕');
  });

  it('cannot unpack without end, whatever size they claim', () => {
    const bomb = writeZip([{ name: 'a.xml', content: Buffer.alloc(100 * 1024 * 1024), claimedBytes: 1000 }]);
    const start = performance.now();
    assert.throws(() => new ZipArchive(bomb).read('a.xml'), refusal('解压后超过 64 MB'));
    assert.ok(performance.now() - start < 500);
    assert.throws(() => new ZipArchive(bomb, { entryBytes: 1024 * 1024 }).read('a.xml'), refusal('解压后超过 1 MB'));
  });

  it('say why they cannot be read', () => {
    const encrypted = writeZip([{ name: 'a.xml', content: '密', flags: 1 }]);
    assert.throws(() => new ZipArchive(encrypted).read('a.xml'), refusal('已加密'));
    const strange = writeZip([{ name: 'a.xml', content: '怪', method: 99 }]);
    assert.throws(() => new ZipArchive(strange).read('a.xml'), refusal('不支持的压缩方式（99）'));
    const whole = writeZip({ 'a.xml': '整' });
    assert.throws(() => new ZipArchive(whole.subarray(0, 40)), refusal('损坏：压缩包不完整'));
    assert.throws(() => new ZipArchive(new Uint8Array()), refusal('损坏：压缩包不完整'));
    const many = writeZip(Array.from({ length: 300 }, (_, i) => ({ name: `${i}`, content: '' })));
    assert.throws(() => new ZipArchive(many, { entries: 299 }), refusal('压缩包内的文件太多'));
  });

  it('use names as keys only, the first of two', () => {
    const archive = new ZipArchive(
      writeZip([
        { name: '../../etc/passwd', content: '一' },
        { name: 'word\\document.xml', content: '二' },
        { name: 'word/document.xml', content: '三' },
      ]),
    );
    assert.deepEqual([...archive.names], ['../../etc/passwd', 'word/document.xml']);
    assert.equal(text(archive.read('word/document.xml')), '二');
  });
});

function refusal(message: string): (error: unknown) => boolean {
  return error => error instanceof FormatError && error.message === message;
}
