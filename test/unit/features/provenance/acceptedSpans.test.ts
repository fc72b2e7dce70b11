import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AcceptedSpans, without } from '../../../../src/features/provenance/acceptedSpans.ts';

/** A text whose accepted letters are capitals, kept by hand beside the spans. */
class Marked {
  text = '';
  readonly spans = new AcceptedSpans();

  write(start: number, length: number, inserted: string, isAccepted = false): void {
    this.text =
      this.text.slice(0, start) + (isAccepted ? inserted.toUpperCase() : inserted) + this.text.slice(start + length);
    this.spans.change({ start, length, inserted: inserted.length });
    if (isAccepted) this.spans.markLast();
  }

  marked(): string {
    const units = [...this.text.toLowerCase()];
    for (const { start, end } of this.spans.spans)
      for (let at = start; at < end; at++) units[at] = units[at]!.toUpperCase();
    return units.join('');
  }
}

describe('AcceptedSpans', () => {
  it('follows what was taken from the list', () => {
    const draft = new Marked();
    draft.write(0, 0, 'own');
    draft.write(1, 2, 'xtaken', true);
    assert.equal(draft.marked(), 'oXTAKEN');
    draft.write(3, 0, 'own');
    assert.equal(draft.marked(), 'oXTownAKEN');
    draft.write(0, 4, '');
    assert.equal(draft.marked(), 'wnAKEN');
  });

  it('is right after any changes', () => {
    const edit = fc.tuple(
      fc.nat(30),
      fc.nat(5),
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 20 }), edits => {
        const draft = new Marked();
        for (const [at, length, inserted, isAccepted] of edits) {
          const start = Math.min(at, draft.text.length);
          draft.write(start, Math.min(length, draft.text.length - start), inserted, isAccepted);
          assert.equal(draft.marked(), draft.text);
        }
      }),
    );
  });

  it('marks nothing twice, and nothing where nothing was inserted', () => {
    const spans = new AcceptedSpans();
    spans.markLast();
    spans.change({ start: 0, length: 0, inserted: 3 });
    spans.markLast();
    spans.markLast();
    assert.deepEqual(spans.spans, [{ start: 0, end: 3 }]);
  });
});

describe('without', () => {
  it('cuts spans out of others, in the middle, at the ends and as a whole', () => {
    const spans = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
      { start: 40, end: 45 },
    ];
    const others = [
      { start: 4, end: 6 },
      { start: 8, end: 22 },
      { start: 38, end: 50 },
    ];
    assert.deepEqual(without(spans, others), [
      { start: 0, end: 4 },
      { start: 6, end: 8 },
      { start: 22, end: 30 },
    ]);
    assert.deepEqual(without(spans, []), spans);
  });
});
