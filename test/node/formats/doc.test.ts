import assert from 'node:assert/strict';
import { readDoc } from '../../../src/node/formats/doc/doc.ts';
import {
  compoundFile,
  DELETED,
  HIDDEN,
  IN_LIST,
  IN_TABLE,
  inStyle,
  ROW,
  SHOWN,
  UNLIKE_STYLE,
  type WordRun,
  wordFile,
} from './wordFile.ts';

const text = (...body: WordRun[]) => readDoc(wordFile({ body })).text;

describe('text of a Word 97–2003 document', () => {
  it('is read from pieces in either encoding', () => {
    assert.equal(
      text({ text: '各位代表：\r' }, { text: 'GDP \x93up\x94 5%', compressed: true }),
      '各位代表：\nGDP “up” 5%',
    );
    assert.equal(text({ text: '一二三四' }, { text: '五六\r七八\r' }, { text: '九十' }), '一二三四五六\n七八\n九十');
  });

  it('has the results of fields, not their codes', () => {
    assert.equal(text({ text: '见\x13 HYPERLINK "http://a" \x14《办法》\x15。' }), '见《办法》。');
    assert.equal(text({ text: '第\x13 IF \x13 PAGE \x14 1 \x15 = 1 \x14一\x15页' }), '第一页');
    assert.equal(text({ text: '甲\x13 PAGE \x15乙' }), '甲乙');
    assert.equal(text({ text: '没有结束的\x13域也不吞掉后文' }), '没有结束的域也不吞掉后文');
  });

  it('breaks lines where Word does and shows no marks', () => {
    assert.equal(text({ text: '标题\x0b副题\r正文\x0c下页\x0e下栏' }), '标题\n副题\n正文\n下页\n下栏');
    assert.equal(text({ text: '图\x01注\x02形\x08批\x05软\x1f连\x1e字' }), '图注形批软连-字');
  });

  it('is without what is hidden or deleted', () => {
    assert.equal(
      text(
        { text: '公开' },
        { text: '保密', operations: HIDDEN },
        { text: '内容' },
        { text: '旧文', operations: DELETED },
      ),
      '公开内容',
    );
    assert.equal(text({ text: '保密', operations: [0x35, 0x08, 1] }), '保密', 'bold is not hidden');
    assert.equal(text({ text: '又显示', operations: [...HIDDEN, 0x3c, 0x08, 0] }), '又显示');
  });

  it('is without what a style hides, of characters or of the paragraph', () => {
    const styles = [
      { kind: 'paragraph' },
      { kind: 'paragraph', operations: HIDDEN },
      { kind: 'paragraph', base: 1 },
      { kind: 'character', operations: HIDDEN },
      { kind: 'paragraph', base: 1, operations: SHOWN },
    ] as const;
    const body = [
      { text: '公开', style: 0 },
      { text: '密甲', operations: inStyle(3) },
      { text: '明示', operations: [...inStyle(3), ...SHOWN] },
      { text: '也明', operations: [...inStyle(3), ...UNLIKE_STYLE] },
      { text: '。\r' },
      { text: '密乙\r', style: 1 },
      { text: '密丙\r', style: 2 },
      { text: '再公开\r', style: 4 },
      { text: '显\r', style: 1, operations: SHOWN },
    ];
    assert.equal(readDoc(wordFile({ body, styles })).text, '公开明示也明。\n再公开\n显');
  });

  it('gives a row of a table as a line', () => {
    assert.equal(
      text(
        { text: '统计\r' },
        { text: '单位\x07第一行\r', paragraph: IN_TABLE },
        { text: '第二行\x07', paragraph: IN_TABLE },
        { text: '\x07', paragraph: ROW },
        { text: '甲局\x07十件\x07', paragraph: IN_TABLE },
        { text: '\x07', paragraph: ROW },
        { text: '以上。\r' },
      ),
      '统计\n单位\t第一行　第二行\n甲局\t十件\n以上。',
    );
  });

  it('has the numbers of lists', () => {
    const body = [
      { text: '任务：\r' },
      { text: '抓水利\r', paragraph: IN_LIST },
      { text: '\r', paragraph: IN_LIST },
      { text: '抓种子\r', paragraph: IN_LIST },
    ];
    assert.equal(readDoc(wordFile({ body, list: [0x27, '\0、'] })).text, '任务：\n一、抓水利\n三、抓种子');
    assert.equal(readDoc(wordFile({ body, list: [0, '（\0）'] })).text, '任务：\n（1）抓水利\n（3）抓种子');
    assert.equal(readDoc(wordFile({ body })).text, '任务：\n抓水利\n抓种子');
  });

  it('goes on with footnotes, not with headers', () => {
    const file = wordFile({
      body: [{ text: '正文\x02。\r' }],
      footnotes: [{ text: '\x02 注释。\r' }],
      headers: [{ text: '页眉\r' }],
    });
    assert.equal(readDoc(file).text, '正文。\n 注释。');
  });

  it('cannot be had from what is encrypted, too old, empty or cut', () => {
    const body = [{ text: '内容' }];
    const refuse = (bytes: Uint8Array, message: RegExp) => {
      assert.throws(() => readDoc(bytes), { name: 'FormatError', message });
    };
    refuse(wordFile({ body, flags: 0x0100 }), /^已加密$/);
    refuse(wordFile({ body, version: 100 }), /Word 95/);
    refuse(wordFile({ body, identifier: 0xa5dc }), /Word 95/);
    refuse(wordFile({ body, identifier: 1 }), /^损坏/);
    refuse(compoundFile({ EncryptedPackage: Buffer.alloc(64), EncryptionInfo: Buffer.alloc(64) }), /^已加密$/);
    refuse(compoundFile({ Workbook: Buffer.alloc(64) }), /^损坏/);
    refuse(wordFile({ body }).slice(0, 700), /^损坏/);
    refuse(new Uint8Array(), /^损坏/);
    refuse(withDirectoryInCircle(wordFile({ body })), /^损坏.*成环/);
  });
});

/** The first sector of the directory followed by itself. */
function withDirectoryInCircle(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset);
  const directory = view.getUint32(48, true);
  view.setUint32((view.getUint32(76, true) + 1) * 512 + directory * 4, directory, true);
  return file;
}
