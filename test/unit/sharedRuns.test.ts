import assert from 'node:assert/strict';
import { SharedRuns } from '../tools/sharedRuns.ts';

const ours = new Map([
  ['a', '湖水清了，岸也绿了；2024年的堤，修得牢。'],
  ['b', '先把堤修得牢，再把岸种得绿。'],
]);

function runs(length: number, ...theirs: readonly string[]): string[] {
  const compared = new SharedRuns(ours, length);
  for (const [index, text] of theirs.entries()) compared.compareWith(`d${index}`, text);
  return compared.runs().map(({ name, text, source }) => `${name} ${text} ${source}`);
}

describe('runs shared with other documents', () => {
  it('are found whole, over punctuation, figures and line ends', () => {
    assert.deepEqual(runs(5, '他说：湖水清了\n岸也绿了，鸟来了。'), ['a 湖水清了岸也绿了 d0']);
    assert.deepEqual(runs(5, '绿了3年的堤'), ['a 绿了年的堤 d0']);
  });

  it('are found in each text of ours, and name where they were met first', () => {
    assert.deepEqual(runs(4, '堤修得牢', '堤修得牢'), ['a 堤修得牢 d0', 'b 堤修得牢 d0']);
  });

  it('are kept apart where other words stand between', () => {
    assert.deepEqual(runs(4, '湖水清了。', '修得牢，再把岸'), ['a 湖水清了 d0', 'b 修得牢再把岸 d1']);
  });

  it('are none below the length asked for', () => {
    assert.deepEqual(runs(5, '湖水清。岸绿', '堤修得', ''), []);
  });
});
