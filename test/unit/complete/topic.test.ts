import assert from 'node:assert/strict';
import { complete } from '../../../src/core/complete/complete.ts';
import { Topic } from '../../../src/core/complete/topic.ts';
import { unitsOf } from '../../../src/core/text/units.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

function weightAfter(topic: Topic, before: string): number {
  return topic.weight(unitsOf(before), 0, before.length);
}

describe('Topic', () => {
  const topic = new Topic().turnTo('要抓紧渔港清淤，');

  it('weighs a source by the pairs of units that it shares with the draft', () => {
    assert.equal(weightAfter(topic, '林场防火'), 1);
    assert.equal(weightAfter(topic, '渔港'), 4);
    assert.equal(weightAfter(topic, '渔港清淤'), 16);
    assert.equal(topic.weightIn('在渔港清淤时', 1, 5), 16);
    assert.equal(topic.weightIn('在渔港清淤时', 0, 2), 1);
  });

  it('knows what the draft has said last only', () => {
    assert.equal(weightAfter(new Topic().turnTo(`渔港清淤${'，林场防火'.repeat(60)}`), '渔港清淤'), 1);
  });

  it('forgets the draft it was turned to before', () => {
    const other = new Topic().turnTo('要抓紧渔港清淤，').turnTo('林场防火');
    assert.deepEqual([weightAfter(other, '渔港清淤'), weightAfter(other, '林场')], [1, 4]);
  });

  it('puts first what is said on the same matter', () => {
    const index = inMemoryCorpus({
      '林场.txt': '林场防火的瞭望哨要设到山头，务必做到责任到哨。\n林场防火的瞭望哨要设到山头，务必做到责任到哨。',
      '渔港.txt': '渔港清淤的船只要排好班次，务必做到分段包干。\n渔港清淤的船只要排好班次，务必做到分段包干。',
    });
    const first = (draft: string): string =>
      complete(index, { text: draft, offset: draft.length, limit: 5, mode: 'eager' })[0]!.insertText;
    assert.match(first('林场防火的瞭望哨今年再添两座，务必做到'), /责任到哨/);
    assert.match(first('渔港清淤的船只今年再添两条，务必做到'), /分段包干/);
  });
});
