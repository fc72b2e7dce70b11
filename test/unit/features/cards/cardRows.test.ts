import assert from 'node:assert/strict';
import type { Card } from '../../../../src/core/cards/card.ts';
import { groupCards, knownTags } from '../../../../src/features/cards/cardRows.ts';

const card = (text: string, tags: readonly string[], more: Partial<Card> = {}): Card => ({
  id: `card:${text}`,
  path: `/${text}.md`,
  text,
  textStart: 0,
  tags,
  ...more,
});

const cards = [
  card('早先的一句', ['民生'], { kept: '2025-01-01' }),
  card('后来的一句\n第二行', ['民生', '党建'], { kept: '2026-01-01', source: { title: '某会讲话', date: '2024-03' } }),
  card('没有标签', []),
];

describe('rows of 素材', () => {
  it('stand under each of their tags, the latest first, and those without a tag at the end', () => {
    assert.deepEqual(
      groupCards(cards).map(({ label, cards: under }) => [label, under.map(row => row.label)]),
      [
        ['党建', ['后来的一句']],
        ['民生', ['后来的一句', '早先的一句']],
        ['未分类', ['没有标签']],
      ],
    );
  });

  it('say where each card comes from', () => {
    const [first] = groupCards(cards);
    assert.equal(first!.cards[0]!.source, '《某会讲话》 · 2024-03');
    assert.equal(groupCards([cards[2]!])[0]!.cards[0]!.source, '用户自建');
  });

  it('are none where no card is kept', () => assert.deepEqual(groupCards([]), []));
});

describe('tags to choose from', () => {
  it('are those in use, the commonest first', () => assert.deepEqual(knownTags(cards), ['民生', '党建']));
});
