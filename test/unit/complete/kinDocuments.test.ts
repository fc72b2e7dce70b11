import assert from 'node:assert/strict';
import { findMoreKin, kinOptions, kinText } from '../../../src/core/complete/kinDocuments.ts';
import type { KinText } from '../../../src/core/complete/kinText.ts';
import type { TextMatch } from '../../../src/core/complete/textMatches.ts';
import type { Occurrence } from '../../../src/core/index/occurrence.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const index = inMemoryCorpus(
  { '渔港.txt': '渔港清淤要赶在台风季节之前完成，渔民上岸安置要一户一策。\n渔港清淤的办法是分段包干。' },
  { '林场.txt': '林场防火要把瞭望哨设到每一个山头，护林员要天天巡山。\n林场防火的办法是网格到人。' },
);

/** At most `length` units from a place on, within its document. */
function following(kin: KinText, match: TextMatch, end: number, length: number): string {
  const { document, offset } = kin.locate(end - match.length);
  return document.text.slice(offset + match.length, offset + match.length + length);
}

function occurrence(kin: KinText, at: number): Occurrence {
  const { document, offset } = kin.locate(at);
  return document.occurrence(offset);
}

describe('kinText', () => {
  const draft = '渔港清淤要赶在台风季节之前完成，渔民上岸安置要一户一策。\n今年';

  it('has the documents that share rare stretches with the finished paragraphs of a draft, and no others', () => {
    const kin = kinText(index, draft)!;
    const [match] = kin.matches('说说渔港清淤的');
    assert.equal(match!.length, 5);
    assert.deepEqual(
      match!.ends.map(end => following(kin, match!, end, 9)),
      ['办法是分段包干。'],
    );
    assert.deepEqual(kin.matches('林场'), []);
  });

  it('says what follows the last unit alone, too, unless that is a digit or a letter', () => {
    const kin = kinText(index, draft)!;
    const [match, ...others] = kin.matches('今年清');
    assert.deepEqual(others, []);
    assert.equal(match!.length, 1);
    assert.deepEqual(
      match!.ends.map(end => following(kin, match!, end, 2)),
      ['淤要', '淤的'],
    );
    assert.deepEqual(kin.matches('2'), []);
  });

  it('knows where in the corpus a place is', () => {
    const kin = kinText(index, draft)!;
    const { length, ends } = kin.matches('清淤的')[0]!;
    const place: Occurrence = occurrence(kin, ends[0]! - length);
    assert.equal(index.text.at(place, 5), '清淤的办法');
  });

  it('comes to be known over several requests, none of which waits for all of it', () => {
    const { probesPerStep } = kinOptions;
    kinOptions.probesPerStep = 1;
    try {
      const fresh = '林场防火要把瞭望哨设到每一个山头，护林员要天天巡山。\n今年';
      const requests = Array.from({ length: 8 }, () => kinText(index, fresh));
      assert.equal(requests[0], undefined);
      assert.ok(requests.at(-1)!.matches('林场防火的').length > 0);
    } finally {
      kinOptions.probesPerStep = probesPerStep;
    }
  });

  it('is looked for between requests too, which then need not', () => {
    const { probesPerStep } = kinOptions;
    kinOptions.probesPerStep = 1;
    try {
      const fresh = '去年\n渔港清淤要赶在台风季节之前完成，渔民上岸安置要一户一策。\n今年';
      kinText(index, fresh);
      while (findMoreKin(index));
      assert.ok(kinText(index, fresh)!.matches('渔港清淤的').length > 0);
      assert.equal(findMoreKin(index), false);
    } finally {
      kinOptions.probesPerStep = probesPerStep;
    }
  });

  it('finds the beginning of every document where it is in the corpus', () => {
    const kin = kinText(index, `${draft}\n林场防火要把瞭望哨设到每一个山头，护林员要天天巡山。\n`)!;
    for (const start of ['渔港清淤', '林场防火']) {
      const places = kin.matches(start)[0]!.ends.map(end => index.text.at(occurrence(kin, end - start.length), 4));
      assert.ok(places.length > 0);
      assert.ok(
        places.every(place => place === start),
        places.join(),
      );
    }
  });

  it('is nothing for a first paragraph, and for a draft that resembles no document', () => {
    assert.equal(kinText(index, '渔港清淤要赶在台风季节之前完成'), undefined);
    assert.equal(kinText(index, '今天风和日丽，适合出门走一走看一看。\n'), undefined);
  });
});
