import assert from 'node:assert/strict';
import { FullWidthDraft } from '../../../src/core/complete/fullWidthDraft.ts';
import { fullWidth } from '../../../src/core/text/fullWidth.ts';
import { generator } from '../support/random.ts';

describe('FullWidthDraft', () => {
  it('converts a draft as if it had not been seen before, however it has grown or changed', () => {
    const random = generator(9);
    const written = (length: number): string =>
      Array.from({ length }, () => '抓实,:12;(3!'[Math.floor(random() * 9)]!).join('');
    const drafts = new FullWidthDraft();
    let draft = '';
    for (let key = 0; key < 3000; key++) {
      if (random() < 0.03) draft = draft.slice(0, Math.floor(random() * draft.length));
      else if (random() < 0.01) draft = written(30);
      else draft += written(1 + Math.floor(random() * 3));
      assert.equal(drafts.of(draft), fullWidth(draft), draft);
    }
  });
});
