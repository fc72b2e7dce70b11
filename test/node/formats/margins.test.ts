import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAny } from '../../../src/indexer/importFile.ts';
import { docx, odt, paragraph, run } from './officeFiles.ts';
import { pdfFile } from './pdfWriter.ts';
import { wordFile } from './wordFile.ts';

const cMapDirectory = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps');
const body = paragraph(run('同志们：'));
const box = (text: string) =>
  `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></w:pict></w:r>`;
const docxWith = (margins: Record<string, string>) => docx(body, { margins });
const docWith = (parts: object) => wordFile({ body: [{ text: '同志们：\r' }], ...parts });
const odtWith = (page: string) => odt('<text:p>同志们：</text:p>', { page });
const rtfWith = (content: string) =>
  Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\uc0 ${content}\\u21516\\u24535:\\par}`, 'latin1');
/** «机密», «秘密★». */
const SECRET = '\\u26426\\u23494';
const STARRED = '\\u31192\\u23494\\u9733';
const webPage = (head: string) =>
  Buffer.from(
    `<html><body>${head}<h1>在会上的讲话</h1><div>${'<p>同志们，防汛工作要抓紧抓细，一天一查。</p>'.repeat(6)}</div></body></html>`,
  );
const printed = (head: object) =>
  pdfFile(
    ['一', '二', '三'].map(number => [
      { text: '', x: 72, y: 800, ...head },
      { text: `第${number}部分讲的是防汛工作怎么抓。`, x: 72, y: 600 },
    ]),
  );

describe('a mark of secrecy beside the text', () => {
  for (const [place, bytes, mark] of [
    ['a page header (.docx)', docxWith({ header1: paragraph(run('机密★5年')) }), '机密'],
    [
      'the header of the first page (.docx)',
      docxWith({ header1: '<w:p/>', header2: paragraph(run('秘　密')) }),
      '秘密',
    ],
    [
      'a header beside a page number (.docx)',
      docxWith({ header1: paragraph(`${run('绝密')}<w:r><w:tab/></w:r>${run('第1页')}`) }),
      '绝密',
    ],
    ['a text box of a header (.docx)', docxWith({ header3: paragraph(box('秘密★长期')) }), '秘密'],
    ['a footer (.docx)', docxWith({ footer1: paragraph(run('机密')) }), '机密'],
    [
      'a watermark (.docx)',
      docxWith({ header1: paragraph('<w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>') }),
      '机密',
    ],
    ['a header in traditional characters (.docx)', docxWith({ header1: paragraph(run('密級：機密')) }), '机密'],
    ['a text box of the text (.docx)', docx(paragraph(run('在会上的讲话') + box('秘密★10年')) + body), '秘密'],
    ['a page header (.doc)', docWith({ headers: [{ text: '\r\r机密★1年\r' }] }), '机密'],
    ['a text box (.doc)', docWith({ textBoxes: [{ text: '秘密\r' }] }), '秘密'],
    ['a text box of a header (.doc)', docWith({ headerTextBoxes: [{ text: '绝密\r' }] }), '绝密'],
    ['a page header (.odt)', odtWith('<style:header><text:p>机密★3年</text:p></style:header>'), '机密'],
    [
      'the header of the first page (.odt)',
      odtWith('<style:header/><style:header-first><text:p>绝密</text:p></style:header-first>'),
      '绝密',
    ],
    ['a page header (.rtf)', rtfWith(`{\\headerr ${STARRED} 5\\par}`), '秘密'],
    ['the header of the first page (.rtf)', rtfWith(`{\\headerf {${SECRET}}\\par}`), '机密'],
    ['a text box of a header (.rtf)', rtfWith(`{\\header {\\shp{\\*\\shpinst{\\shptxt ${SECRET}\\par}}}}`), '机密'],
    ['a text box (.rtf)', rtfWith(`{\\shp{\\*\\shpinst{\\shptxt ${SECRET}\\par}}}`), '机密'],
    ['a part of a web page that is not the article', webPage('<div class="header">机密★1年</div>'), '机密'],
    ['a table above the article (.html)', webPage('<table><tr><td>秘密</td></tr></table>'), '秘密'],
    ['a running head (.pdf)', printed({ text: '秘密★5年' }), '秘密'],
    ['a watermark (.pdf)', printed({ text: '机密', askew: true, x: 200, y: 300, size: 60 }), '机密'],
  ] as const) {
    it(`is found in ${place}`, async () => {
      const { metadata, clean } = await readAny(bytes, '讲话', cMapDirectory);
      assert.equal(metadata.classification, mark);
      assert.doesNotMatch(clean.text.replaceAll(/^(?:秘密|机密).*$/gmu, ''), /密/);
    });
  }

  it('is none where a header only speaks of secrets', async () => {
    const bytes = docxWith({ header1: paragraph(run('全县保守国家秘密工作会议材料')) });
    assert.equal((await readAny(bytes, '讲话.docx')).metadata.classification, undefined);
  });

  it('is the degree of secrecy where a header says no more than «内部资料»', async () => {
    const bytes = docx(paragraph(run('机密')) + body, { margins: { header1: paragraph(run('内部资料')) } });
    assert.equal((await readAny(bytes, '讲话.docx')).metadata.classification, '机密');
  });
});
