import assert from 'node:assert/strict';
import { isBlankLine, lineEnd, lineStart, skipBlanks } from '../../../src/core/text/lines.ts';

describe('lines', () => {
  it('are found around any offset, without their breaks', () => {
    const text = '甲乙\n\n丙';
    const around = (offset: number) => text.slice(lineStart(text, offset), lineEnd(text, offset));
    assert.deepEqual([0, 1, 2, 3, 4, 5].map(around), ['甲乙', '甲乙', '甲乙', '', '丙', '丙']);
  });

  it('may be empty at the start of the text', () => {
    assert.equal(lineStart('\n甲', 0), 0);
    assert.equal(lineEnd('\n甲', 0), 0);
    assert.equal(lineStart('', 0), 0);
  });

  it('are blank with spaces of either width', () => {
    assert.ok(isBlankLine(' \u3000\t', 0, 3));
    assert.ok(!isBlankLine(' 甲', 0, 2));
    assert.equal(skipBlanks(' \u3000甲', 0, 3), 2);
  });
});
