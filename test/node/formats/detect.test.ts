import assert from 'node:assert/strict';
import { detectFormat } from '../../../src/node/formats/detect/detect.ts';
import { readFormat } from '../../../src/node/formats/readFormat.ts';
import { docx, odt, paragraph, run } from './officeFiles.ts';
import { pdfFile } from './pdfWriter.ts';
import { compoundFile, wordFile } from './wordFile.ts';
import { writeZip } from './zipWriter.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const zip = (...names: string[]) => writeZip(names.map(name => ({ name, content: Buffer.from('x') })));
const WORD = wordFile({ body: [{ text: '各位代表：\r' }] });
const BOM = '\ufeff';

describe('the format of a file', () => {
  for (const [name, bytes, kind, path] of [
    ['Word package', docx(paragraph(run('讲话'))), 'docx', '讲话.txt'],
    ['OpenDocument text', odt('<text:p>讲话</text:p>'), 'odt', '讲话.docx'],
    ['Word 97–2003', WORD, 'doc', '讲话.wps'],
    ['RTF', latin1('{\\rtf1 x}'), 'rtf', '讲话.doc'],
    ['RTF behind a mark and blanks', Buffer.from(`${BOM}\r\n{\\rtf1 x}`), 'rtf', ''],
    ['PDF', pdfFile([[]]), 'pdf', '讲话'],
    ['PDF behind a header of a gateway', latin1('X-Scan: ok\r\n\r\n%PDF-1.4\n1 0 obj\n<<>>'), 'pdf', ''],
    ['prose about PDF', Buffer.from('文件以 %PDF-1.4 开头。'), 'text', ''],
    ['page', latin1('<!-- saved -->\n<?xml version="1.0"?><!DOCTYPE html><p>x'), 'html', '讲话.doc'],
    ['page in UTF-16', Buffer.from(`${BOM}<html><p>讲话`, 'utf16le'), 'html', ''],
    ['page of an old editor', latin1('<META content="x"><BODY>'), 'html', ''],
    ['fragment of a page', Buffer.from('<div class="a"><p>讲话</p></div>'), 'html', '讲话.txt'],
    ['Markdown with tags', Buffer.from('<div align="center"><b>讲话</b></div>\n\n# 讲话'), 'text', '讲话.md'],
    ['title mark', Buffer.from('<讲话稿>\n同志们：'), 'text', '讲话.txt'],
    ['text', Buffer.from('同志们：'), 'text', '讲话.doc'],
    ['nothing', new Uint8Array(), 'text', '讲话.pdf'],
  ] as const) {
    it(`${name} → ${kind}`, () => assert.equal(detectFormat(bytes, path).kind, kind));
  }

  for (const [name, bytes, reason] of [
    ['Excel package', zip('[Content_Types].xml', 'xl/workbook.xml'), '不支持 Excel 表格'],
    ['PowerPoint package', zip('ppt/presentation.xml'), '不支持 PowerPoint 演示文稿'],
    ['OFD', zip('OFD.xml', 'Doc_0/Document.xml'), '不支持 OFD 版式文件，请另存为 .docx 或 .pdf'],
    ['archive', zip('讲话.txt'), '不支持 ZIP 压缩包'],
    ['old Excel', compoundFile({ Workbook: Buffer.alloc(64) }), '不支持 Excel 表格'],
    ['encrypted package', compoundFile({ EncryptedPackage: Buffer.alloc(64) }), '已加密'],
    ['encrypted document', wordFile({ body: [{ text: '讲话' }], flags: 0x100 }), '已加密'],
    ['other container', compoundFile({ Other: Buffer.alloc(64) }), /^不支持这种复合文档/],
    ['archive cut short', zip('word/document.xml').slice(0, 30), '损坏：压缩包不完整'],
    ['container cut short', wordFile({ body: [{ text: '讲话' }] }).slice(0, 600), '损坏：不是完整的复合文档'],
    ['picture', latin1('\x89PNG\r\n\x1a\n'), '不支持 PNG 图片'],
    ['film', latin1('\0\0\0\x18ftypmp42'), '不支持音频或视频'],
    ['program', latin1('MZ\x90\0\x03'), '不支持程序'],
    ['CAJ', latin1('HN\0\0\xc8'), '不支持 CAJ 文献'],
    ['web archive', latin1('MIME-Version: 1.0\nContent-Type: multipart/related;'), /MHT/],
    ['Word XML', latin1('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), /Word XML/],
  ] as const) {
    it(`${name}: ${reason}`, async () => {
      await assert.rejects(readFormat(bytes, '讲话.doc'), { name: 'FormatError', message: reason });
    });
  }
});

describe('reading by content', () => {
  it('gives text and format, whatever the suffix', async () => {
    assert.deepEqual(await readFormat(WORD, '讲话.pdf'), { text: '各位代表：', format: 'doc' });
    assert.deepEqual(await readFormat(latin1('{\\rtf1 a}'), '讲话.doc'), { text: 'a', format: 'rtf' });
    assert.equal((await readFormat(docx(paragraph(run('同志们：'))), '讲话.doc'))?.format, 'docx');
    assert.equal((await readFormat(odt('<text:p>同志们：</text:p>'), '讲话'))?.text, '同志们：');
  });

  it('leaves plain text to others', async () => {
    assert.equal(await readFormat(Buffer.from('同志们：'), '讲话.doc'), undefined);
  });

  it('decodes a page as strict UTF-8, else as it says', async () => {
    const page = '<html><head><meta charset="gb2312"></head><body><p>同志们，今天召开会议。</p></body></html>';
    const text = async (bytes: Uint8Array) => (await readFormat(bytes, '讲话.html'))?.text;
    assert.equal(await text(Buffer.from(page)), '同志们，今天召开会议。');
    const [before, after] = page.split('同志们，今天召开会议。').map(part => Buffer.from(part));
    assert.equal(await text(Buffer.concat([before!, latin1('\xd6\xd0\xb9\xfa\xa1\xa3'), after!])), '中国。');
  });
});
