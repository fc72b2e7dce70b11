import assert from 'node:assert/strict';
import type { Suggestion } from '../../../../src/core/complete/suggestion.ts';
import type { Provenance } from '../../../../src/core/document/provenance.ts';
import {
  type GhostPlace,
  ghostOf,
  ghostPlace,
  repeats,
  toNextMark,
} from '../../../../src/features/suggest/ghostText.ts';
import type { Edit } from '../../../../src/features/suggest/suggestSession.ts';

const provenance: Provenance = {
  documentId: 'd',
  path: '/c/a.md',
  title: '讲话',
  sectionPath: [],
  start: 0,
  end: 1,
  rawStart: 0,
  rawEnd: 1,
};

function suggestion(insertText: string, replaceLength: number, change: Partial<Suggestion> = {}): Suggestion {
  return {
    insertText,
    replaceLength,
    kind: 'phrase',
    documents: 2,
    occurrences: 3,
    confidence: 0.5,
    provenance,
    ...change,
  };
}

describe('ghostPlace', () => {
  const cases: readonly [before: string, after: string, edit: Edit | undefined, expected: GhostPlace | undefined][] = [
    ['会上说真抓实干', '', 'accepted', 'after-phrase'],
    ['会上说真抓实干', '', 'completed', 'after-phrase'],
    ['会上说真抓实干', '', 'typed', 'after-typing'],
    ['会上说真抓实干', '。', 'typed', 'after-typing'],
    ['会上说真抓实干', '”', 'typed', 'after-typing'],
    ['会上说真抓实干', '推动', 'typed', undefined],
    ['会上说真抓实干', '，推动', 'accepted', undefined],
    ['会上说真抓实干', '', undefined, undefined],
    ['，真抓实', '', 'typed', undefined],
    ['，真抓实', '', 'accepted', 'after-phrase'],
    ['会上说真抓实干zhen', '', 'typed', undefined],
    ['参见《真抓实干', '', 'accepted', undefined],
    ['要真抓实干，', '', 'typed', undefined],
    ['', '', 'typed', 'empty-line'],
    ['　　', '', 'typed', 'empty-line'],
    ['', '真抓', 'typed', undefined],
  ];
  for (const [before, after, edit, expected] of cases) {
    it(`${edit ?? 'no edit'}: «${before}｜${after}» is ${expected ?? 'no place'}`, () => {
      assert.equal(ghostPlace({ before, after }, edit), expected);
    });
  }
});

describe('ghostOf', () => {
  const text = (place: GhostPlace, before: string, offers: Suggestion[], after = '') =>
    ghostOf(place, { before, after }, offers, 'balanced')?.text;
  const longer = suggestion('真抓实干，务求实效，久久为功', 4);

  it('is one clause of the likeliest suggestion', () => {
    assert.equal(text('after-typing', '要真抓实干', [longer]), '，务求实效');
    const likelier = suggestion('真抓实干，善作善成', 4, { confidence: 0.6 });
    assert.equal(text('after-typing', '要真抓实干', [longer, likelier]), '，善作善成');
  });

  it('is a longer part of the clause if that is hardly less likely', () => {
    const short = suggestion('山要绿、水要清', 3, { confidence: 0.5 });
    const long = (confidence: number) => suggestion('山要绿、水要清、路要通，人要和', 3, { confidence });
    assert.equal(text('after-typing', '要让山要绿', [short, long(0.45)]), '、水要清、路要通');
    assert.equal(text('after-typing', '要让山要绿', [short, long(0.3)]), '、水要清');
  });

  it('goes on after a mark, after a word only behind an accepted phrase', () => {
    const word = suggestion('真抓实干的作风', 4);
    assert.equal(text('after-typing', '要真抓实干', [word]), undefined);
    assert.equal(text('after-phrase', '要真抓实干', [word]), '的作风');
  });

  it('is no remark on a document of the corpus, but may be a marker in brackets', () => {
    const remark = suggestion('会上的讲话（全文）', 5, { documents: 9 });
    assert.equal(text('after-phrase', '在会上的讲话', [remark]), undefined);
    assert.equal(text('empty-line', '', [suggestion('（二）', 0, { kind: 'series-marker' })]), '（二）');
  });

  it('is a formula: of several documents where nothing was accepted', () => {
    const single = suggestion('真抓实干，务求实效', 4, { documents: 1 });
    assert.equal(text('after-typing', '要真抓实干', [single]), undefined);
    assert.equal(text('after-phrase', '要真抓实干', [single]), '，务求实效');
  });

  it('is nothing unlikely, the more so the quieter', () => {
    const offers = [suggestion('真抓实干，务求实效', 4, { confidence: 0.3 })];
    const modes = ['eager', 'balanced', 'quiet'] as const;
    const shown = modes.map(mode => ghostOf('after-typing', { before: '要真抓实干', after: '' }, offers, mode)?.text);
    assert.deepEqual(shown, ['，务求实效', '，务求实效', undefined]);
  });

  it('is the next marker, never a blank and never the words of the draft', () => {
    const { provenance: _, ...sourceless } = suggestion('三要', 0);
    assert.equal(text('empty-line', '', [{ ...sourceless, kind: 'series-marker' }]), '三要');
    assert.equal(
      text('after-phrase', '从甲中', [{ ...sourceless, insertText: '从$1中$2', kind: 'series-slot' }]),
      undefined,
    );
    assert.equal(text('after-phrase', '从甲中', [{ ...sourceless, insertText: '，从乙中', kind: 'draft' }]), undefined);
  });

  it('is not what is there already', () => {
    assert.equal(text('empty-line', '', [suggestion('谢谢大家！', 0)], '谢谢大家！'), undefined);
    assert.equal(text('after-typing', '要真抓实干', [longer], '。'), '，务求实效');
  });

  it('keeps a stop with its clause', () => {
    assert.equal(text('empty-line', '', [suggestion('谢谢大家！', 0)]), '谢谢大家！');
    assert.equal(text('empty-line', '', [suggestion('现在，我代表镇政府', 0)]), '现在，我代表镇政府');
  });
});

describe('parts of ghost text', () => {
  it('end before the next mark', () => {
    assert.equal(toNextMark('、从争吵中商出办法、从怨言中听出期盼'), '、从争吵中商出办法');
    assert.equal(toNextMark('，务求实效'), '，务求实效');
    assert.equal(toNextMark('谢谢大家！'), '谢谢大家！');
    assert.equal(toNextMark('三要'), '三要');
  });

  it('repeat what is there, whole or begun', () => {
    assert.ok(repeats('，务求实效', '，务求实效。'));
    assert.ok(repeats('，务求实效', '，务求'));
    assert.ok(repeats('，务求实效，久久为功', '，务求实效。'));
    assert.ok(!repeats('，务求实效', '，善作善成'));
    assert.ok(!repeats('，务求实效', '。'));
    assert.ok(!repeats('，务求实效', '  '));
    assert.ok(!repeats('，务求实效', ''));
  });
});
