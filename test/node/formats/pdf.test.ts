import assert from 'node:assert/strict';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPdf } from '../../../src/node/formats/pdf/pdf.ts';
import { type PrintedLine, type PrintOptions, pdfFile } from './pdfWriter.ts';

const cMapDirectory = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps');
const read = (pages: readonly (readonly PrintedLine[])[], options?: PrintOptions) =>
  readPdf(pdfFile(pages, options), { cMapDirectory });

/** Lines of 26 characters of 16 points between margins at 72 and 488, set one below the other. */
const lines = (texts: readonly string[], top = 720): PrintedLine[] =>
  texts.map((text, i) => ({
    text: text.replace(/^　+/, ''),
    x: 72 + (text.length - text.replace(/^　+/, '').length) * 16,
    y: top - i * 28,
  }));

const FIRST = '　　过去的一年，我们迎难而上，各项工作都取得了新的进展，';
const FULL = '全县上下团结一心，重点项目加快推进，民生实事件件落地，群众';

describe('text of a PDF document', function () {
  this.timeout(20_000);

  it('is found by the character maps of fonts that are not embedded', async () => {
    assert.equal((await read([lines(['同志们：'])])).text, '同志们：');
    const gbk = { text: '', hex: 'd6d0b9fa', x: 72, y: 700 };
    assert.equal((await read([[gbk]], { encoding: 'GBK-EUC-H' })).text, '中国');
  });

  it('joins lines that reach the margin, also over a page', async () => {
    const { text } = await read([
      lines([FIRST, FULL, FULL, '满意。', FIRST, FULL, FULL, '满意。', FIRST, FULL, FULL]),
      lines([FULL, '满意。', FIRST, '很好。']),
    ]);
    const whole = FIRST.trim();
    assert.deepEqual(text.split('\n'), [
      `${whole}${FULL}${FULL}满意。`,
      `${whole}${FULL}${FULL}满意。`,
      `${whole}${FULL}${FULL}${FULL}满意。`,
      `${whole}很好。`,
    ]);
  });

  it('keeps headings and numbered paragraphs apart', async () => {
    const { text } = await read([lines([FULL, '一、总体要求', FULL, '（一）加强领导', FIRST, '完成。'])]);
    assert.deepEqual(text.split('\n'), [FULL, '一、总体要求', FULL, '（一）加强领导', `${FIRST.trim()}完成。`]);
  });

  it('joins a title in two centred lines and keeps the date under it apart', async () => {
    const title = '在全县经济工作暨乡村振兴现场推进大会上';
    const { text } = await read([
      [
        { text: title, x: 90, y: 740, size: 20 },
        { text: '的讲话', x: 250, y: 710, size: 20 },
        { text: '（二〇二三年二月）', x: 208, y: 680 },
        ...lines([FIRST, FULL, '满意。'], 640),
      ],
    ]);
    assert.deepEqual(text.split('\n').slice(0, 2), [`${title}的讲话`, '（二〇二三年二月）']);
  });

  it('is without page numbers, running heads and watermarks', async () => {
    const page = (number: number) => [
      { text: '全县工作会议材料', x: 200, y: 800, size: 9 },
      ...lines([`　　第${'零一二三四'[number]}部分。`, FIRST, `完成${'零一二三四'[number]}件。`]),
      { text: '内部', x: 200, y: 300, size: 60, askew: true },
      { text: `— ${number} —`, x: 280, y: 40, size: 9 },
    ];
    const { text } = await read([page(1), page(2), page(3), page(4)]);
    assert.doesNotMatch(text, /会议材料|内部|—/);
    assert.equal(text.match(/部分。/g)?.length, 4);
  });

  it('puts what is printed into gaps and twice in its place, once', async () => {
    const { text } = await read([
      [
        { text: '根据《', x: 72, y: 700 },
        { text: '规定', x: 200, y: 700 },
        { text: '有关办法》', x: 120, y: 700 },
        { text: '办理', x: 240, y: 700 },
        { text: '办理', x: 240.5, y: 700 },
      ],
    ]);
    assert.equal(text, '根据《有关办法》规定办理');
  });

  it('has its title from the properties only if it stands at the head', async () => {
    assert.equal((await read([lines(['工作报告', '各位代表：'])], { title: '工作报告' })).title, '工作报告');
    assert.equal((await read([lines(['工作报告', '各位代表：'])], { title: '文档1' })).title, undefined);
  });

  it('cannot be had from scans, encrypted and damaged files', async () => {
    const refuse = (bytes: Uint8Array, message: RegExp) =>
      assert.rejects(readPdf(bytes, { cMapDirectory }), { name: 'FormatError', message });
    const secret = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`;
    await refuse(pdfFile([[], []]), /^扫描件，没有文字层$/);
    await refuse(pdfFile([lines(['1']), lines(['2'])]), /^扫描件/);
    await refuse(pdfFile([lines(['正文'])], { trailer: secret }), /^已加密$/);
    await refuse(Buffer.from('%PDF-1.7\n'), /^损坏/);
    await refuse(new Uint8Array(), /^损坏/);
  });

  it('reads no file but a character map, whatever a document asks for', async () => {
    await assert.rejects(read([lines(['正文'])], { encoding: '#2e#2e#2fUniGB-UCS2-H' }), { name: 'FormatError' });
  });

  it('leaves the bytes of the caller alone', async () => {
    const bytes = pdfFile([lines(['正文在此'])]);
    const copy = bytes.slice();
    await readPdf(bytes, { cMapDirectory });
    assert.deepEqual(bytes, copy);
  });
});
