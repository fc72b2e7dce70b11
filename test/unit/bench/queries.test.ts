import assert from 'node:assert/strict';
import { states, typedDrafts } from '../../bench/queries.ts';

describe('typed drafts', () => {
  it('are typed on from their middle, key by key', () => {
    const [draft] = typedDrafts(['天地玄黄宇宙洪荒'], 1, 3);
    assert.deepEqual([...states(draft!)], ['天地玄黄', '天地玄黄宇', '天地玄黄宇宙', '天地玄黄宇宙洪']);
  });

  it('are those that have as many keys', () => {
    const texts = ['天地玄黄', '天地玄黄宇宙洪荒', '日月盈昃辰宿列张', '寒来暑往秋收冬藏'];
    assert.deepEqual(
      typedDrafts(texts, 2, 4).map(({ text }) => text),
      texts.slice(1, 3),
    );
  });
});
