import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as core from '../../src/core/text/units.ts';
import { textOf, unitsOf } from '../../src/node/utf16.ts';

describe('units of UTF-16, by Node', () => {
  it('are those of the core, unpaired surrogates included', () => {
    const unit = fc.constantFrom('汉', 'a', '\0', '\ud842', '\udfb7', '\uffff');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), text => {
        assert.deepEqual(unitsOf(text), core.unitsOf(text));
        assert.equal(textOf(unitsOf(text)), text);
      }),
    );
  });
});
