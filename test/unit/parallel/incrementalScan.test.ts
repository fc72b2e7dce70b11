import assert from 'node:assert/strict';
import { IncrementalScan } from '../../../src/core/parallel/incrementalScan.ts';
import { scanNumbered } from '../../../src/core/parallel/numberedScan.ts';
import { generator } from '../support/random.ts';

const PARTS =
  '一、 二、 三、 （一） （二） 一要 二要 三是 第一， 第二， 其一， 总之， 最后，再讲两点： 同志们！让我们奋斗！ 抓落实。 抓重点；'.split(
    ' ',
  );

/** A draft with enumerators in any order, some of them alone on a line. */
function anyDraft(random: () => number): string {
  const any = (): string => PARTS[Math.floor(random() * PARTS.length)]!;
  return Array.from({ length: 60 }, () => `${any()}${random() < 0.5 ? '\n' : '要做好工作，'}`).join('');
}

describe('IncrementalScan', () => {
  it('gives what one pass over the whole text gives, wherever the caret goes and whatever has changed', () => {
    const random = generator(11);
    const scan = new IncrementalScan();
    for (let round = 0; round < 30; round++) {
      let draft = anyDraft(random);
      for (let step = 0; step < 40; step++) {
        const at = Math.floor(random() * draft.length);
        if (random() < 0.2) draft = draft.slice(0, at) + PARTS[step % PARTS.length]! + draft.slice(at);
        const caret = random() < 0.5 ? Math.min(draft.length, at + step) : Math.floor(random() * (draft.length + 1));
        assert.deepEqual(scan.to(draft, caret), scanNumbered(draft, caret));
      }
    }
  });
});
