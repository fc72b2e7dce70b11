import { removeTableBars } from './clean/bars.ts';
import { repairByteShift } from './clean/byteShift.ts';
import { type CleaningStep, EditableText } from './clean/editableText.ts';
import { removeFurniture } from './clean/furniture.ts';
import { removeInvisible } from './clean/invisible.ts';
import { removeHeadingMarks, removeMarkdown } from './clean/markup.ts';
import { repairOrphanBytes } from './clean/orphanBytes.ts';
import { joinLines, splitParagraphs } from './clean/paragraphs.ts';
import { removePinyinNotes } from './clean/pinyinNotes.ts';
import { removeNeedlessBlanks, widenPunctuation } from './clean/punctuation.ts';
import { pairQuotes } from './clean/quotes.ts';
import { simplify } from './clean/simplify.ts';
import * as triggers from './clean/triggers.ts';
import type { CleanText } from './cleanText.ts';
import { removeFrontMatter } from './frontMatter.ts';

/** What kind of text is cleaned. */
export interface CleanOptions {
  /** The file is Markdown: its quote marks, bullets, links, tags and paired bold go. Off by default. */
  readonly markdown?: boolean;
}

/** The steps are run in rounds, at most so many, since one may uncover work for an earlier one (a footer behind a footer). Real texts settle in two. */
const MAX_ROUNDS = 8;

/**
 * Turns the raw text of a file into the text that all later steps work on: one paragraph a line, simplified characters,
 * full-width marks, nothing that a web page added. Every change is in `repairs`, and every clean unit maps to its raw
 * range. Cleaning a clean text changes nothing.
 */
export function clean(raw: string, options: CleanOptions = {}): CleanText {
  const text = new EditableText(raw);
  const steps = options.markdown === true ? MARKDOWN_STEPS : STEPS;
  let kinds = triggers.kindsIn(raw);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = text.text;
    for (const { step, actsOn } of steps) {
      if (actsOn !== undefined && (kinds & actsOn) === 0) continue;
      const edits = step(text.text);
      text.apply(edits);
      for (const edit of edits) kinds |= triggers.kindsIn(edit.after);
    }
    if (text.text === before) break;
  }
  return { text: text.text, repairs: text.repairs(), offsets: text.offsetMap() };
}

interface Step {
  readonly step: CleaningStep;
  /** Kinds of units without which the step has nothing to do. Absent if it looks at words. */
  readonly actsOn?: number;
}

/** In this order: whole lines go first, then damaged characters, then the breaks between lines, at last single marks. */
const STEPS: readonly Step[] = [
  { step: removeInvisible, actsOn: triggers.UNSEEN },
  { step: removeFrontMatter },
  { step: removeHeadingMarks, actsOn: triggers.HASH },
  { step: removeFurniture },
  { step: removeTableBars },
  { step: repairByteShift, actsOn: triggers.QUESTION | triggers.TONED },
  { step: removePinyinNotes, actsOn: triggers.TONED },
  { step: simplify, actsOn: triggers.FOREIGN_HAN },
  { step: repairOrphanBytes, actsOn: triggers.QUESTION },
  { step: splitParagraphs, actsOn: triggers.BLANK },
  { step: joinLines },
  { step: pairQuotes, actsOn: triggers.QUOTE },
  { step: widenPunctuation, actsOn: triggers.ASCII_MARK },
  { step: removeNeedlessBlanks, actsOn: triggers.BLANK },
];

const MARKDOWN_STEPS: readonly Step[] = STEPS.flatMap(one =>
  one.step === removeHeadingMarks ? [one, { step: removeMarkdown }] : [one],
);
