import assert from 'node:assert/strict';
import { phraseAt } from '../../../src/core/service/phraseAt.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({
  'a.txt': '要紧扣目标、不见成效不收兵。以实绩检验忠诚、以实绩回应期待、以实绩赢得口碑。',
  'b.txt': '发扬不见成效不收兵的劲头，坚持问题导向。',
});

/** The phrase at `｜`, which stands before the character pointed at. */
function at(draft: string, minLength?: number): string | undefined {
  const offset = draft.indexOf('｜');
  const text = draft.replace('｜', '');
  const found = phraseAt(index, text, offset, minLength);
  if (found) assert.equal(text.slice(found.span.start, found.span.end).replaceAll(',', '，'), found.phrase);
  return found?.phrase;
}

describe('phraseAt', () => {
  it('takes the longest stretch that holds the pointer', () => {
    assert.equal(at('我们要紧扣目标、不见成｜效不收兵！'), '要紧扣目标、不见成效不收兵');
    assert.equal(at('拿出不见｜成效不收兵的韧性'), '不见成效不收兵');
    assert.equal(at('只有坚持不懈地紧扣目标、不见成｜效不收兵！'), '不见成效不收兵');
  });

  it('shows a whole series when the draft has it', () => {
    assert.equal(
      at('以实绩检验忠诚、以实绩回｜应期待、以实绩赢得口碑'),
      '以实绩检验忠诚、以实绩回应期待、以实绩赢得口碑',
    );
  });

  it('reads half-width marks as the corpus writes them', () => {
    assert.equal(at('发扬不见成效不收兵的劲头,坚持｜问题导向'), '发扬不见成效不收兵的劲头，坚持问题导向');
  });

  it('knows nothing of own words, short stretches, marks and the end of the text', () => {
    assert.equal(at('这是｜我自己写的新话'), undefined);
    assert.equal(at('目｜标'), undefined);
    assert.equal(at('目｜标', 2), '目标');
    assert.equal(at('不见成效不收兵｜。'), undefined);
    assert.equal(at('不见成效不收兵｜'), undefined);
    assert.equal(at('｜'), undefined);
  });
});
