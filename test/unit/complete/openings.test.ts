import assert from 'node:assert/strict';
import { openings } from '../../../src/core/complete/openings.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({
  'a.txt':
    '各位代表：\n现在，我代表镇政府，向大会报告工作。\n一、去年干了什么\n修渠三里。\n大家一起努力吧！\n谢谢大家！',
  'b.txt':
    '各位代表：\n现在，我代表镇政府，报告今年的打算。\n一、去年干了什么\n种树百亩。\n大家一起努力吧！\n谢谢大家！',
  'c.txt': '同志们：\n今天开会，说三件事。\n散会以后分头去办！\n',
  'd.txt': '同志们：\n粮仓漏雨，漏的是民心。\n',
});

const opened = (text: string, offset = text.length) =>
  openings(index, text, offset).map(({ insertText }) => insertText);

describe('openings', () => {
  it('gives the first clause of what speeches agree on', () => {
    assert.deepEqual(opened('各位代表：\n'), ['现在，我代表镇政府']);
    assert.deepEqual(opened('各位代表：\n\n　　'), ['现在，我代表镇政府'], 'over blanks');
  });

  it('says how many documents have it, how sure it is, and where it stands', () => {
    const [opening] = openings(index, '各位代表：\n', 6);
    assert.equal(opening!.documents, 2);
    assert.equal(opening!.confidence, 1);
    assert.equal(opening!.replaceLength, 0);
    const { start, end } = opening!.provenance!;
    assert.deepEqual([start, end], [6, 15]);
  });

  it('closes a speech, stop included', () => {
    assert.deepEqual(opened('我们大家一起努力吧！\n'), ['谢谢大家！']);
  });

  it('says nothing where speeches differ, or where only one has been', () => {
    assert.deepEqual(opened('同志们：\n'), []);
    assert.deepEqual(opened('散会以后分头去办！\n'), []);
    assert.deepEqual(opened('一、去年干了什么\n'), []);
  });

  it('says nothing on a line with text, at the very start, or after nothing it knows', () => {
    assert.deepEqual(opened('各位代表：\n现在'), []);
    assert.deepEqual(opened('各位代表：\n现在', 6), []);
    assert.deepEqual(opened(''), []);
    assert.deepEqual(opened('\n'), []);
    assert.deepEqual(opened('魑魅魍魉。\n'), []);
  });

  it('does not take a salutation for the end of a longer one', () => {
    const other = inMemoryCorpus({
      'a.txt': '各位代表、同志们：\n现在，我代表镇政府，说几句。',
      'b.txt': '各位代表、同志们：\n现在，我代表镇政府，报告。',
      'c.txt': '同志们：\n今天我们开会，说三件事。',
      'd.txt': '同志们：\n今天我们开会，说一件事。',
    });
    const found = openings(other, '同志们：\n', 5).map(({ insertText }) => insertText);
    assert.deepEqual(found, ['今天我们开会']);
  });
});
