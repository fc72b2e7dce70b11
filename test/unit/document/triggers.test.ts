import assert from 'node:assert/strict';
import type { CleaningStep } from '../../../src/core/document/clean/editableText.ts';
import { removeInvisible } from '../../../src/core/document/clean/invisible.ts';
import { removeHeadingMarks } from '../../../src/core/document/clean/markup.ts';
import { repairOrphanBytes } from '../../../src/core/document/clean/orphanBytes.ts';
import { splitParagraphs } from '../../../src/core/document/clean/paragraphs.ts';
import { removePinyinNotes } from '../../../src/core/document/clean/pinyinNotes.ts';
import { removeNeedlessBlanks, widenPunctuation } from '../../../src/core/document/clean/punctuation.ts';
import { pairQuotes } from '../../../src/core/document/clean/quotes.ts';
import { simplify } from '../../../src/core/document/clean/simplify.ts';
import * as triggers from '../../../src/core/document/clean/triggers.ts';

describe('kindsIn', () => {
  /** Each step with a text that holds `unit` where the step looks for it. */
  const STEPS: readonly (readonly [step: CleaningStep, actsOn: number, around: (unit: string) => string])[] = [
    [removeInvisible, triggers.UNSEEN, unit => `讲${unit}话`],
    [removeHeadingMarks, triggers.HASH, unit => `${unit} 讲话`],
    [removePinyinNotes, triggers.TONED, unit => `落(${unit})实`],
    [simplify, triggers.FOREIGN_HAN, unit => unit],
    [repairOrphanBytes, triggers.QUESTION, unit => `经${unit}；${unit}。`],
    [splitParagraphs, triggers.BLANK, unit => `完。${unit}${unit}${unit}${unit}讲话`],
    [pairQuotes, triggers.QUOTE, unit => `讲${unit}话`],
    [widenPunctuation, triggers.ASCII_MARK, unit => `讲${unit}话`],
    [removeNeedlessBlanks, triggers.BLANK, unit => `讲，${unit}话`],
  ];
  for (const [step, actsOn, around] of STEPS)
    it(`knows every unit that ${step.name} acts on`, () => {
      let acted = 0;
      for (let code = 0; code < 0x10000; code++) {
        const text = around(String.fromCharCode(code));
        if (step(text).length === 0) continue;
        acted++;
        assert.ok(triggers.kindsIn(text) & actsOn, `U+${code.toString(16).padStart(4, '0')}`);
      }
      assert.ok(acted > 0);
    });
});
