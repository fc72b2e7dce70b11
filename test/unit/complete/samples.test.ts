import assert from 'node:assert/strict';
import { NO_UNIT, SAMPLE_UNITS, Samples } from '../../../src/core/complete/samples.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

describe('Samples', () => {
  const place = { segment: 3, position: 70 };

  it('have what follows a place of the corpus, up to one unit more than may be offered', () => {
    const text = '渔港清淤，'.repeat(20);
    const { matches, text: corpus } = inMemoryCorpus({ '渔港.txt': text });
    const start = matches.earliest(matches.of('渔港清淤，渔'), 1)[0]!;
    const samples = new Samples();
    assert.ok(samples.addPlace(corpus, start, 2, [], 4));
    assert.equal(samples.text(0), corpus.at(start, SAMPLE_UNITS, 2));
    assert.deepEqual([samples.end(0), samples.weight(0), samples.isInDraft(0)], [SAMPLE_UNITS - 1, 4, false]);
    assert.deepEqual(samples.occurrence(0), start);
  });

  it('end with their text', () => {
    const samples = new Samples();
    samples.addText('说说渔港', 2, [], 1, 5);
    assert.equal(samples.text(0), '渔港');
    assert.deepEqual([samples.unitAt(0, 1), samples.unitAt(0, 2)], ['港'.charCodeAt(0), NO_UNIT]);
    assert.deepEqual([samples.isInDraft(0), samples.position(0), samples.occurrence(0)], [true, 5, undefined]);
  });

  it('are none where nothing may be offered', () => {
    const samples = new Samples();
    assert.equal(samples.addText('\n渔港', 0, [], 1, place), false);
    assert.equal(samples.length, 0);
  });

  it('say what an earlier one says for a context that starts elsewhere', () => {
    const samples = new Samples();
    samples.addText('渔港。林场', 0, [], 9, place);
    samples.addCopy(0, 68);
    assert.deepEqual([samples.text(1), samples.end(1), samples.weight(1)], ['渔港。林场', 3, 9]);
    assert.deepEqual(samples.occurrence(1), { segment: 3, position: 68 });
  });

  it('keep what they have when there are more of them than expected', () => {
    const samples = new Samples();
    for (let i = 0; i < 1000; i++) samples.addText(`渔港${i}`, 0, [], i, { segment: 1, position: i });
    assert.deepEqual([samples.text(0), samples.text(999)], ['渔港0', '渔港999']);
    assert.deepEqual([samples.weight(500), samples.position(500)], [500, 500]);
  });
});
