import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gbkCode } from '../../../src/core/document/clean/gbk.ts';
import { DecodeError, decode } from '../../../src/core/document/decode.ts';

const PROSE = '同志们：今天我们召开云泽市春季农田水利建设推进会，任务是把沟渠修通、把责任压实，确保灌溉之前全部完工。';

function utf16(text: string, bigEndian: boolean, bom: boolean): Uint8Array {
  const units = (bom ? `\ufeff${text}` : text).split('').map(unit => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap(u => (bigEndian ? [u >> 8, u & 0xff] : [u & 0xff, u >> 8])));
}

function gbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap(one => {
      const code = gbkCode(one);
      return code === undefined ? [one.charCodeAt(0)] : [code >> 8, code & 0xff];
    }),
  );
}

describe('decode', () => {
  const utf8 = new TextEncoder().encode(PROSE);
  const cases: [string, Uint8Array, string, boolean][] = [
    ['UTF-8', utf8, 'utf-8', false],
    ['UTF-8 with mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8', true],
    ['UTF-16 LE with mark', utf16(PROSE, false, true), 'utf-16le', true],
    ['UTF-16 BE with mark', utf16(PROSE, true, true), 'utf-16be', true],
    ['UTF-16 LE without mark', utf16(PROSE, false, false), 'utf-16le', false],
    ['UTF-16 BE without mark', utf16(PROSE, true, false), 'utf-16be', false],
    ['GBK', gbk(PROSE), 'gb18030', false],
  ];
  for (const [name, bytes, encoding, hadBom] of cases) {
    it(`reads ${name}`, () => {
      assert.deepEqual(decode(bytes), { text: PROSE, encoding, hadBom, replacementRatio: 0 });
    });
  }

  it('tells GBK by twenty characters', () => {
    assert.equal(decode(gbk(PROSE.slice(0, 20))).encoding, 'gb18030');
  });

  it('keeps UTF-8 that is cut inside its last character', () => {
    const decoded = decode(utf8.subarray(0, utf8.length - 1));
    assert.equal(decoded.encoding, 'utf-8');
    assert.ok(decoded.text.endsWith('\ufffd'));
    assert.ok(decoded.replacementRatio > 0 && decoded.replacementRatio < 0.05);
  });

  it('reads UTF-8 with NULs in it as UTF-8 or not at all', () => {
    const prose = '今年防汛工作要抓紧抓细，堤坝一天一查，险情半小时上报。';
    for (let every = 5; every <= 200; every++) {
      const text = prose.repeat(8).replaceAll(new RegExp(`.{${every}}`, 'gu'), '$&\0');
      try {
        assert.equal(decode(Buffer.from(text)).text, text);
      } catch (error) {
        assert.equal((error as DecodeError).reason, 'binary', `a NUL after ${every} characters`);
      }
    }
  });

  it('reads an empty file as empty text', () => {
    assert.equal(decode(new Uint8Array()).text, '');
  });

  it('names what it refuses', () => {
    const refused = (bytes: number[]) => {
      try {
        decode(Uint8Array.from(bytes));
      } catch (error) {
        assert.ok(error instanceof DecodeError);
        return error.message;
      }
      return assert.fail('should be refused');
    };
    assert.equal(refused([0x50, 0x4b, 3, 4, 20, 0]), '文件内容是ZIP 或 Office 文档，不是纯文本');
    assert.equal(refused([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), '文件编码为 UTF-32，暂不支持，请另存为 UTF-8');
    assert.equal(refused(Array.from({ length: 400 }, (_, i) => (i * 7) % 13)), '文件是二进制数据，不是文本');
  });

  it('returns text or a DecodeError for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), bytes => {
        try {
          assert.equal(typeof decode(bytes).text, 'string');
        } catch (error) {
          assert.ok(error instanceof DecodeError);
        }
      }),
    );
  });
});
