import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributionAt } from '../../../src/core/document/attribution.ts';
import { gbkCode, isGb2312 } from '../../../src/core/document/clean/gbk.ts';
import { importText } from '../../../src/core/document/importDocument.ts';

const folder = join(import.meta.dirname, '../../../../shared/seeds');
const present = existsSync(folder);

function seed(prefix: string) {
  const name = readdirSync(folder).find(file => file.startsWith(prefix))!;
  return importText(readFileSync(join(folder, name)), name);
}

describe(present ? 'five real documents' : 'five real documents: ../shared/seeds is absent, nothing checked', () => {
  if (!present) {
    it('is skipped');
    return;
  }

  const expected: [string, { paragraphs: number; joined: number; fields: Record<string, string | undefined> }][] = [
    ['000', { paragraphs: 10, joined: 0, fields: { fragment: '第5/6页', level: '市', speaker: undefined } }],
    ['001', { paragraphs: 45, joined: 9, fields: { origin: '网络改写', level: '市', fragment: undefined } }],
    ['002', { paragraphs: 5, joined: 0, fields: { speaker: '王诚', role: '市长', date: '--02-25', origin: '新闻稿' } }],
    ['003', { paragraphs: 8, joined: 0, fields: { fragment: '讲三个方面，只见一个', level: '县' } }],
    ['004', { paragraphs: 39, joined: 17, fields: { title: '在市政府工作会议上的讲话', origin: '网络改写' } }],
  ];
  for (const [name, { paragraphs, joined, fields }] of expected) {
    it(`${name}: no furniture, whole paragraphs, metadata`, () => {
      const { clean, metadata } = seed(name);
      assert.doesNotMatch(clean.text, /小编|推荐访问|免责声明|bsmz|下一篇|第5\/6页|互联网用户|讲话稿》|[?,;:()"|]/u);
      assert.equal(clean.text.split('\n').length, paragraphs);
      assert.equal(clean.repairs.filter(repair => repair.kind === 'join-line').length, joined);
      for (const [field, value] of Object.entries(fields)) {
        assert.equal(metadata[field as 'title'], value, field);
      }
      if (metadata.origin === '网络改写' && metadata.date !== undefined) assert.equal(metadata.confidence.date, 'low');
    });
  }

  it('002: readable to the last character', () => {
    const { clean } = seed('002');
    assert.equal(clean.repairs.filter(repair => repair.kind === 'byte-shift').length, 2);
    assert.match(clean.text, /域实现手机/u);
    assert.match(clean.text, /经常化。/u);
    assert.doesNotMatch(clean.text, /[A-Za-z?？□]/u);
    for (const unit of clean.text) if (/\p{Script=Han}/u.test(unit)) assert.ok(isGb2312(unit), unit);
  });

  it('003: a GBK copy imports alike', () => {
    const original = seed('003');
    const bytes = [...original.raw.text].flatMap(one => {
      const code = one < '\u0080' ? undefined : gbkCode(one);
      return code === undefined ? [one.charCodeAt(0)] : [code >> 8, code & 0xff];
    });
    const copy = importText(Uint8Array.from(bytes), 'copy.txt');
    assert.equal(copy.raw.encoding, 'gb18030');
    assert.deepEqual(copy.clean, original.clean);
  });

  it('names whom a passage quotes', () => {
    const quoted = (name: string, words: string) => {
      const { text } = seed(name).clean;
      const start = text.indexOf(words);
      return attributionAt(text, { start, end: start + words.length });
    };
    assert.equal(quoted('003', '精神区位来弥补'), '省委书记李鸿忠');
    assert.equal(quoted('004', '新办法不会用'), '习近平总书记');
    assert.equal(quoted('000', '干部敢为'), '习近平总书记');
  });
});
