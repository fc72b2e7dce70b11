import assert from 'node:assert/strict';
import { assertNoLeak } from '../../bench/quality/documents.ts';
import { ShingleIndex } from '../../bench/quality/shingles.ts';
import { generator } from '../support/random.ts';

/** Text in which no shingle repeats. */
function noise(seed: number, length: number): string {
  const random = generator(seed);
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 5000))).join('');
}

function onlyOverlap(draft: string, document: string) {
  const shingles = new ShingleIndex();
  shingles.add(draft);
  return { overlap: shingles.overlaps(document)[0], conflict: shingles.conflict(document) };
}

describe('ShingleIndex', () => {
  const draft = noise(1, 1019); // 1,000 shingles

  it('finds a draft in itself, whatever its line breaks', () => {
    const { overlap, conflict } = onlyOverlap(draft, draft.replaceAll(/.{30}/gu, '$&\n　'));
    assert.deepEqual(overlap, { draft: 0, ofDraft: 1, ofDocument: 1 });
    assert.ok(conflict);
  });

  it('sees nothing in other text', () => {
    assert.deepEqual(onlyOverlap(draft, noise(2, 3000)), { overlap: undefined, conflict: undefined });
  });

  it('counts shares of the draft and of the document', () => {
    const document = draft.slice(0, 219) + noise(3, 600); // 200 of the draft's shingles, of 800 in all
    const { overlap, conflict } = onlyOverlap(draft, document);
    assert.equal(overlap?.ofDraft, 0.2);
    assert.equal(overlap?.ofDocument, 0.25);
    assert.equal(conflict, undefined);
  });

  it('lets neither an excerpt pass nor a collection', () => {
    assert.ok(onlyOverlap(draft, draft.slice(0, 150)).conflict, 'a tenth of the draft, and nothing else');
    assert.ok(
      onlyOverlap(draft, draft.slice(0, 400) + noise(4, 50_000)).conflict,
      'two fifths of the draft, in much else',
    );
  });

  it('counts a shingle of the draft once, however often a document repeats it', () => {
    const { overlap } = onlyOverlap(draft, `${draft.slice(0, 119)}${noise(5, 5000)}${draft.slice(0, 119)}`);
    assert.equal(overlap?.ofDraft, 0.1);
  });
});

describe('assertNoLeak', () => {
  const drafts = [1, 2].map(seed => ({ path: `drafts/${seed}.txt`, text: noise(seed, 2000) }));

  it('names the draft and the document that holds it', () => {
    const corpus = [
      { path: 'corpus/a.txt', text: noise(7, 2000) },
      { path: 'corpus/b.txt', text: `题目\n${drafts[1]!.text}` },
    ];
    assert.throws(() => assertNoLeak(corpus, drafts), /drafts\/2\.txt .*corpus\/b\.txt/u);
  });

  it('passes a corpus of other documents', () => {
    assertNoLeak([{ path: 'corpus/a.txt', text: noise(7, 2000) }], drafts);
  });
});
