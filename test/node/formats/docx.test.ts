import assert from 'node:assert/strict';
import { FormatError } from '../../../src/node/formats/common/formatText.ts';
import { readDocx } from '../../../src/node/formats/docx/docx.ts';
import { docx, paragraph, run } from './officeFiles.ts';
import { writeZip } from './zipWriter.ts';

const text = (body: string, parts = {}) => readDocx(docx(body, parts)).text;
const T = '<w:t>';

describe('Word documents', () => {
  it('are read paragraph by paragraph, runs joined, breaks and tabs kept', () => {
    const body =
      paragraph(run('要把') + run('粮食')) +
      paragraph('') +
      paragraph(`<w:r>${T}一</w:t><w:tab/>${T}二</w:t><w:br/>${T}三</w:t></w:r>`);
    assert.equal(text(body), '要把粮食\n一\t二\n三');
  });

  for (const [name, content, expected] of [
    ['deleted text', `${run('留')}<w:del w:id="1"><w:r><w:delText>删</w:delText></w:r></w:del>`, '留'],
    [
      'text moved away',
      `<w:moveFrom w:id="1">${run('旧')}</w:moveFrom><w:moveTo w:id="2">${run('新')}</w:moveTo>`,
      '新',
    ],
    ['inserted text', `<w:ins w:id="1">${run('增')}</w:ins>`, '增'],
    ['hidden runs', run('明') + run('暗', '<w:vanish/>') + run('亮', '<w:vanish w:val="0"/>'), '明亮'],
    [
      'what was hidden before a change',
      run('现', '<w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange>'),
      '现',
    ],
    ['readings', `<w:r><w:ruby><w:rt>${run('hang')}</w:rt><w:rubyBase>${run('行')}</w:rubyBase></w:ruby></w:r>`, '行'],
    ['signs of symbol fonts', run('\uf0d8要点'), '要点'],
    ['field codes', `<w:r><w:instrText>PAGE 1</w:instrText></w:r>${run('页')}`, '页'],
    [
      'placeholders',
      `${run('甲')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击输入')}</w:sdtContent></w:sdt>`,
      '甲',
    ],
    ['content controls', `<w:sdt><w:sdtPr/><w:sdtContent>${run('控件内')}</w:sdtContent></w:sdt>`, '控件内'],
    [
      'text boxes',
      `${run('外')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p>${run('框')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>${run('旧框')}</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>${run('面')}`,
      '外面\n框',
    ],
  ] as const) {
    it(`${name} come out as «${expected.replace('\n', '⏎')}»`, () => assert.equal(text(paragraph(content)), expected));
  }

  it('leave out text hidden by a style, however it is inherited', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="I"><w:basedOn w:val="H"/></w:style>' +
      '<w:style w:type="character" w:styleId="C"><w:rPr><w:vanish/></w:rPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="X"><w:basedOn w:val="Y"/></w:style><w:style w:type="paragraph" w:styleId="Y"><w:basedOn w:val="X"/></w:style>';
    const body =
      paragraph(run('内部掌握'), '<w:pStyle w:val="I"/>') +
      paragraph(run('公开') + run('口径', '<w:rStyle w:val="C"/>'), '<w:pStyle w:val="X"/>');
    assert.equal(text(body, { styles }), '公开');
  });

  it('join paragraphs whose mark is deleted', () => {
    assert.equal(text(paragraph(run('前半'), '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run('后半'))), '前半后半');
  });

  it('give a row of a table in one line, and the prose of a layout table as it is', () => {
    const cell = (...lines: string[]) => `<w:tc>${lines.map(line => paragraph(run(line))).join('')}</w:tc>`;
    const long = '这是一段排在表格里的正文，'.repeat(8);
    const table = `<w:tbl><w:tr>${cell('项目')}${cell('金额', '（万元）')}</w:tr><w:tr>${cell('修渠')}${cell('12')}</w:tr><w:tr>${cell('')}${cell(long, '第二段。')}</w:tr></w:tbl>`;
    assert.equal(text(table), `项目\t金额　（万元）\n修渠\t12\n${long}\n第二段。`);
  });

  it('end with the notes they refer to', () => {
    const footnotes =
      `<w:footnote w:id="0" w:type="separator"><w:p>${run('线')}</w:p></w:footnote>` +
      `<w:footnote w:id="2"><w:p>${run('见县志。')}</w:p></w:footnote><w:footnote w:id="3"><w:p>${run('已删的注')}</w:p></w:footnote>`;
    assert.equal(
      text(paragraph(`${run('据载')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('，如此。')}`), { footnotes }),
      '据载，如此。\n见县志。',
    );
  });

  it('take their title from its style, or from the properties if it heads the text', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>';
    const body =
      paragraph(run('在全镇春耕动员会上的'), '<w:pStyle w:val="a3"/>') +
      paragraph(run('讲话'), '<w:pStyle w:val="a3"/>') +
      paragraph(run('同志们：'));
    assert.equal(readDocx(docx(body, { styles, title: '别的' })).title, '在全镇春耕动员会上的讲话');
    const plain = paragraph(run('关于 修渠的通知')) + paragraph(run('各村：'));
    assert.equal(readDocx(docx(plain, { title: '关于修渠的通知' })).title, '关于修渠的通知');
    for (const title of ['去年的旧通知', '10.indd', '文档1', 'Microsoft Word - 各村.doc', '']) {
      assert.equal(readDocx(docx(plain, { title })).title, undefined, title);
    }
  });

  it('are understood with other prefixes for the same names', () => {
    const xml =
      '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>严格格式</x:t></x:r></x:p></x:body></x:document>';
    assert.equal(readDocx(writeZip({ 'word/document.xml': xml })).text, '严格格式');
  });

  it('are refused with a reason', () => {
    const cfb = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(500),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    for (const [bytes, message] of [
      [cfb, /^已加密$/],
      [writeZip({ 'a.txt': '' }), /^损坏：压缩包里没有 Word 正文$/],
      [writeZip({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>' }), /文档类型声明/],
      [writeZip({ 'word/document.xml': '<w:p>' }), /XML 有误/],
      [docx('<w:sdt>'.repeat(50_000)), /嵌套太深/],
      [docx(paragraph(run('&nbsp;'))), /XML 有误/],
    ] as const) {
      assert.throws(
        () => readDocx(bytes),
        (error: unknown) => error instanceof FormatError && message.test(error.message),
      );
    }
  });
});
