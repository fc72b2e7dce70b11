import assert from 'node:assert/strict';
import { FormatError, type FormatText } from '../../../src/node/formats/common/formatText.ts';
import { readDocx } from '../../../src/node/formats/docx/docx.ts';
import { readHtml, sniffHtmlCharset } from '../../../src/node/formats/html/html.ts';
import { readOdt } from '../../../src/node/formats/odt/odt.ts';
import { generator } from '../../unit/support/random.ts';
import { docx, numbered, odt, paragraph, run } from './officeFiles.ts';
import { writeZip } from './zipWriter.ts';

const MUTATIONS = 500;
const LONGEST_MS = 2000;

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const STYLES = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/><w:basedOn w:val="T"/></w:style>';
const WORD_BODY =
  paragraph(run('春耕讲话'), '<w:pStyle w:val="T"/>') +
  numbered('抓水利', 1) +
  numbered('抓种子', 1) +
  `<w:tbl><w:tr><w:tc>${paragraph(run('项目'))}</w:tc><w:tc>${paragraph(run('金额', '<w:vanish/>'))}</w:tc></w:tr></w:tbl>`;
const ODT_BODY =
  '<text:h text:outline-level="1">春耕讲话</text:h><text:list text:style-name="L"><text:list-item><text:p>抓水利<text:s text:c="3"/></text:p></text:list-item></text:list>';
const HTML =
  '<html><head><meta charset="utf-8"><title>春耕讲话</title></head><body><div class="nav"><a href="/">首页</a></div><h1>春耕讲话</h1><div><p>同志们：</p><p>今天开会，部署春耕，抓好水利。</p><table><tr><td>甲</td><td>1</td></tr></table></div></body></html>';

/** Archives of the mutated parts, so that mutations get past the checks of the archive itself. */
const mutatedParts = (whole: Buffer, part: string, text: string) => (random: () => number) =>
  random() < 0.5 ? mutate(random, whole) : writeZip([{ name: part, content: mutate(random, Buffer.from(text)) }]);

const wordDocument = docx(WORD_BODY, { numbering: NUMBERING, styles: STYLES, title: '春耕讲话' });
const wordXml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${WORD_BODY}</w:body></w:document>`;
const odtXml = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>${ODT_BODY}</office:text></office:body></office:document-content>`;

describe('damaged files', function () {
  this.timeout(120_000);
  for (const [name, make, read] of [
    ['.docx', mutatedParts(wordDocument, 'word/document.xml', wordXml), readDocx],
    ['.odt', mutatedParts(odt(ODT_BODY), 'content.xml', odtXml), readOdt],
    ['.html', (random: () => number) => mutate(random, Buffer.from(HTML)), readPage],
  ] as const) {
    it(`${name}: ${MUTATIONS} mutations are read or refused, in time`, () => {
      let survivors = 0;
      for (let seed = 1; seed <= MUTATIONS; seed++) {
        const bytes = make(generator(seed));
        const start = performance.now();
        if (isRead(() => read(bytes), `${name}, seed ${seed}`)) survivors++;
        assert.ok(performance.now() - start <= LONGEST_MS, `${name}, seed ${seed}`);
      }
      assert.ok(survivors > 0, 'no mutation got through to the reader');
    });
  }
});

function isRead(read: () => FormatText, what: string): boolean {
  try {
    assert.equal(typeof read().text, 'string');
    return true;
  } catch (error) {
    assert.ok(error instanceof FormatError, `${what}: ${error instanceof Error ? error.stack : String(error)}`);
    assert.match(error.message, /\p{Script=Han}/u);
    return false;
  }
}

function readPage(bytes: Uint8Array): FormatText {
  return readHtml(new TextDecoder(sniffHtmlCharset(bytes) ?? 'utf-8').decode(bytes));
}

/** One to eight bytes flipped, a stretch cut out, doubled or moved. */
function mutate(random: () => number, original: Buffer): Buffer {
  const at = (limit: number) => Math.floor(random() * limit);
  const start = at(original.length);
  const end = Math.min(original.length, start + 1 + at(40));
  const target = at(original.length);
  const stretch = original.subarray(start, end);
  switch (at(4)) {
    case 0:
      return Buffer.concat([original.subarray(0, start), original.subarray(end)]);
    case 1:
      return Buffer.concat([
        original.subarray(0, target),
        ...Array<Buffer>(1 + at(50)).fill(stretch),
        original.subarray(target),
      ]);
    case 2:
      return original.subarray(0, start);
    default: {
      const bytes = Buffer.from(original);
      for (let i = at(8); i >= 0; i--) bytes[at(bytes.length)] = at(256);
      return bytes;
    }
  }
}
