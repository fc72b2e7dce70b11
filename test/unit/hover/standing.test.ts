import assert from 'node:assert/strict';
import { goingOn } from '../../../src/core/hover/clauseEdges.ts';
import { Standing } from '../../../src/core/hover/standing.ts';
import { Cohesion } from '../../../src/core/phrase/cohesion.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus({
  'a.txt': '推进改革，大力推进改革。继续推进改革发展。推进改革发展。不断推进改革发展稳定。推进城乡改革。'.repeat(5),
  'b.txt': '国际交流与合作，扩大国际交流与合作。国际交流与合作。重要的国际交流。'.repeat(5),
  'c.txt': '监察机关，纪检监察机关。监察机关和司法机关。各负责人，有关负责人，机关负责人。'.repeat(5),
  'e.txt': '监测能力，提高监测能力。等高校院所，等高校院所。等规章制度，等规章制度。'.repeat(3),
  'd.txt': '对生态环境的影响，改善生态环境，良好生态环境。绿水青山，山川秀丽。'.repeat(5),
});

/** How what stands in `［］` stands in its sentence. */
function standing(marked: string): Standing {
  const start = marked.indexOf('［');
  const text = marked.replace(/[［］]/g, '');
  return new Standing(Cohesion.of(index), text, { start, end: marked.indexOf('］') - 1 });
}

describe('Standing', () => {
  const table: ReadonlyArray<readonly [marked: string, isFinished: boolean]> = [
    ['正在［推进改革］。', true],
    ['正在［推进改革］发展。', false],
    ['正在［推进改革］的时候', false],
    ['正在［推进改革］“十大行动”', false],
    ['加强［国际交流］与合作。', false],
    ['加强［国际交流］与互访。', true],
    ['关注［生态环境］状况。', true],
    ['统筹稳定、［推进改革］和发展', true],
  ];
  for (const [marked, isFinished] of table) {
    it(`${marked} ${isFinished ? 'is' : 'is not'} finished`, () =>
      assert.equal(standing(marked).isFinished(), isFinished));
  }

  it('knows words whose first belongs to the one before it', () => {
    assert.ok(standing('各级监察［机关负责人］要').isTorn());
    assert.ok(!standing('有关［机关负责人］要').isTorn());
    assert.ok(!standing('［机关负责人］要').isTorn());
  });

  it('knows where a subject or a preposition stands before the words', () => {
    assert.ok(standing('为全省［推进改革］。').lacksBeginning());
    assert.ok(standing('全省［生态环境］').lacksBeginning());
    assert.ok(!standing('推进［生态环境］').lacksBeginning());
    assert.ok(!standing('今后，［生态环境］').lacksBeginning());
  });
});

describe('what is joined', () => {
  it('may share the last word', () => {
    assert.ok(standing('提升监测和［应急处置能力］。').sharesHead());
    assert.ok(!standing('提升效率和［应急处置能力］。').sharesHead());
    assert.ok(standing('与江海大学等［高校院所合作］。').sharesHead());
    assert.ok(!standing('落实考勤等［规章制度］。').sharesHead());
  });
});

describe('words that keep company', () => {
  it('begin with one that says something, and nothing that belongs to them stands beside them', () => {
    assert.ok(standing('，［生态环境］。').isCompany());
    assert.ok(!standing('，［对生态环境］。').isCompany());
    assert.ok(!standing('，［生态环境］状况。').isCompany());
    assert.ok(!standing('基础的［成果不断推进］。').isCompany());
  });
});

describe('goingOn', () => {
  const table: ReadonlyArray<readonly [marked: string, before: boolean, after: boolean]> = [
    ['［真抓实干］，', false, false],
    ['坚持［真抓实干］、', true, true],
    ['讲“［真抓实干］”的', false, false],
    ['（一）［真抓实干］的', false, true],
    ['真抓、［实干］', true, false],
  ];
  for (const [marked, before, after] of table) {
    it(marked, () => {
      const start = marked.indexOf('［');
      const span = { start, end: marked.indexOf('］') - 1 };
      assert.deepEqual(goingOn(marked.replace(/[［］]/g, ''), span), { before, after });
    });
  }
});
