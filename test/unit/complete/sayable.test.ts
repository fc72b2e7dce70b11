import assert from 'node:assert/strict';
import { openMarks, sayableLength } from '../../../src/core/complete/sayable.ts';
import { unitsOf } from '../../../src/core/text/units.ts';

describe('sayableLength', () => {
  const said = (text: string, before = ''): string =>
    text.slice(0, sayableLength(unitsOf(text), 0, text.length, openMarks(before)));

  it('goes to the end of the sentence, its mark included', () => {
    assert.equal(said('渔港清淤，分段包干。林场'), '渔港清淤，分段包干。');
    assert.equal(said('渔港清淤；林场'), '渔港清淤；');
    assert.equal(said('渔港\n林场'), '渔港');
  });

  it('closes what the draft or the text itself has opened, and nothing else', () => {
    assert.equal(said('渔港”清淤', '说“'), '渔港”清淤');
    assert.equal(said('渔港”清淤', '说'), '渔港');
    assert.equal(said('（渔港）清淤）'), '（渔港）清淤');
  });
});
