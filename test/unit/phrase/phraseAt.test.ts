import assert from 'node:assert/strict';
import { agreeingStretches, phraseAt } from '../../../src/core/phrase/phraseAt.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({
  'a.txt': '要围绕目标、不见成效不收兵。以实绩检验忠诚、以实绩回应期待、以实绩赢得口碑。',
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
    assert.equal(at('我们要围绕目标、不见成｜效不收兵！'), '要围绕目标、不见成效不收兵');
    assert.equal(at('拿出不见｜成效不收兵的韧性'), '不见成效不收兵');
    assert.equal(at('只有坚持不懈地围绕目标、不见成｜效不收兵！'), '围绕目标、不见成效不收兵');
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

describe('what one would call a phrase', () => {
  const index = inMemoryCorpus({
    'a.txt': '提升政务效能，优化政务效能，检验政务效能，讲求政务效能。不断提高政务水平。',
    'b.txt': '出台有关部门意见，听取有关部门意见，会同有关部门。部门报送材料，部门报送数据。',
    'c.txt': '推动城镇更新。推动城镇发展，推动城镇建设。推动城镇治理。'.repeat(10),
    'e.txt': '把责任扛起来，把旗帜举起来。',
    'd.txt': '第三条　按照规定登记。县级以上机关按照规定登记。',
  });
  const found = (draft: string) => phraseAt(index, draft.replace('｜', ''), draft.indexOf('｜'));
  const table: ReadonlyArray<readonly [draft: string, phrase: string | undefined]> = [
    ['必须不断提高政｜务效能。', '政务效能'],
    ['不能由有关部门报｜送材料。', '报送材料'],
    ['第九条　按照规定｜登记。', '按照规定登记'],
    ['第九｜条　按照规定登记。', undefined],
    ['要把责任扛起｜来、把干劲鼓起来。', '把责任扛起来'],
  ];
  for (const [draft, phrase] of table) {
    it(`${draft} has ${phrase}`, () => assert.equal(found(draft)?.phrase, phrase));
  }

  it('has the longest stretch where nothing is whole, and beside what is', () => {
    const text = '大力推动城镇社区养老。';
    const stretches = agreeingStretches(index, text, text.indexOf('动'));
    assert.deepEqual([stretches?.longest.phrase, stretches?.whole], ['推动城镇', undefined]);
    assert.equal(found('大力推｜动城镇社区养老。')?.phrase, '推动城镇');
    const both = agreeingStretches(index, '必须不断提高政务效能。', 6);
    assert.deepEqual([both?.longest.phrase, both?.whole?.phrase], ['不断提高政务', '政务效能']);
  });
});
