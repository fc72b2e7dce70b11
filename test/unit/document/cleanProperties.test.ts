import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clean } from '../../../src/core/document/clean.ts';
import { toRawSpan } from '../../../src/core/document/cleanText.ts';
import { rawOffsets } from '../../../src/core/document/importDocument.ts';

/** Pieces that the steps look for, so that random texts set off all of them, in odd combinations. */
const pieces = fc.constantFrom(
  '落實(shí)',
  '域?qū)崿F(xiàn)',
  '經(jīng)?;?。',
  '渠道',
  '；\n',
  '\n',
  '\r\n',
  '　　',
  ' ',
  '|',
  '**',
  '# ',
  '---\n',
  'title: 讲话\n',
  '"',
  "'",
  '「',
  '」',
  ',',
  ';',
  ':',
  '?',
  '!',
  '(',
  ')',
  '1,234',
  '2.2%',
  '下一篇:',
  '小编为大家整理,供参考',
  '(第5/6页)',
  '推荐访问:',
  '王明指出,',
  '。',
  '一、',
  'http://a.cn',
  'XX',
  '\u200b',
  '\ud842',
  '\udfb7',
  '\ufeff',
  '⼀',
  '\u0000',
  '&nbsp;',
  '<p>',
  'abc',
  '[a](b)',
);
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 40 }).map(list => list.join('')),
);
const runs = { numRuns: 2_000 };

describe('clean: properties of any text', () => {
  it('never throws, and what it returns is a fixed point', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (raw, markdown) => {
        const once = clean(raw, { markdown }).text;
        assert.equal(clean(once, { markdown }).text, once);
      }),
      runs,
    );
  });

  it('has tidy paragraphs', () => {
    fc.assert(
      fc.property(texts, raw => {
        const { text } = clean(raw);
        assert.doesNotMatch(text, /\n\n|\r|^[ \t\u3000]|[ \t\u3000]$|\n[ \t\u3000]|[ \t\u3000]\n|^\n|\n$/u);
      }),
      runs,
    );
  });

  it('lists repairs that lead from raw to clean', () => {
    fc.assert(
      fc.property(texts, raw => {
        const { text, repairs } = clean(raw);
        let rebuilt = '';
        let at = 0;
        for (const repair of repairs) {
          assert.ok(repair.rawStart >= at, 'ascending');
          assert.equal(raw.slice(repair.rawStart, repair.rawEnd), repair.before);
          rebuilt += raw.slice(at, repair.rawStart) + repair.after;
          at = repair.rawEnd;
        }
        assert.equal(rebuilt + raw.slice(at), text);
      }),
      runs,
    );
  });

  it('maps every clean unit into the raw text, in order, unchanged units to themselves', () => {
    fc.assert(
      fc.property(texts, raw => {
        const cleaned = clean(raw);
        const changed = new Set<number>();
        for (const r of cleaned.repairs) for (let i = r.rawStart; i < r.rawEnd; i++) changed.add(i);
        let last = 0;
        for (let at = 0; at < cleaned.text.length; at++) {
          const span = toRawSpan(cleaned.offsets, cleaned.text.length, { start: at, end: at + 1 });
          assert.ok(last <= span.start && span.start < span.end && span.end <= raw.length);
          if (!changed.has(span.start)) assert.equal(raw.slice(span.start, span.end), cleaned.text[at]);
          last = span.start;
        }
        const offsets = rawOffsets(cleaned);
        assert.equal(offsets.length, cleaned.text.length + 1);
        assert.ok(offsets.every((offset, i) => i === 0 || offsets[i - 1]! <= offset));
      }),
      runs,
    );
  });

  for (const [name, piece] of [
    ['blanks', ' '],
    ['line breaks', '\n'],
    ['commas', ','],
    ['brackets', '('],
    ['questions', '讲?'],
    ['orphans', '讲?;?'],
    ['eaten notes', '域?qū)'],
    ['asterisks', '**'],
    ['bars', ' |'],
    ['quotes', '讲"'],
    ['hashes', '#'],
    ['digits', '12,'],
    ['announcements', '讲三个方面'],
    ['tags', '<p '],
    ['links', '[a]('],
    ['reports', '说：'],
  ] as const) {
    it(`takes time in proportion to the length: ${name}`, () => {
      const time = (units: number) => {
        const text = piece.repeat(units / piece.length);
        const start = performance.now();
        clean(text, { markdown: true });
        return performance.now() - start;
      };
      time(10_000);
      let taken = '';
      const isInProportion = (): boolean => {
        const short = time(20_000);
        const long = time(160_000);
        taken = `${long} ms against ${short} ms`;
        return long < Math.max(400, 40 * short);
      };
      assert.ok(isInProportion() || isInProportion(), taken); // a busy machine may hold one measurement up, hardly two
    });
  }
});
