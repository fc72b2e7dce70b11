import assert from 'node:assert/strict';
import fc from 'fast-check';
import { demote, promote } from '../../../src/core/numbering/changeLevel.ts';
import { moveItem, removeItem } from '../../../src/core/numbering/moveItem.ts';
import { applyEdits } from '../../../src/core/text/textEdit.ts';
import { anyDraft } from './draft.ts';

describe('commands on items of any draft', () => {
  it('make ascending edits inside the text and leave a caret in it', () => {
    const commands = [promote, demote, removeItem, (text: string, caret: number) => moveItem(text, caret, 'down')];
    fc.assert(
      fc.property(anyDraft, ({ text, caret }) => {
        for (const command of commands) {
          const made = command(text, caret);
          if (typeof made === 'string') continue;
          let end = 0;
          for (const edit of made.edits) {
            assert.ok(edit.start >= end && edit.end >= edit.start && edit.end <= text.length);
            end = edit.end;
          }
          const after = applyEdits(text, made.edits);
          assert.ok(made.caret >= 0 && made.caret <= after.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
