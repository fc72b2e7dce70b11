import { removeTableBars } from './clean/bars.ts';
import { repairByteShift } from './clean/byteShift.ts';
import { type CleaningStep, EditableText } from './clean/editableText.ts';
import { removeFrontMatter } from './clean/frontMatter.ts';
import { removeFurniture } from './clean/furniture.ts';
import { removeInvisible } from './clean/invisible.ts';
import { removeHeadingMarks, removeMarkdown } from './clean/markup.ts';
import { repairOrphanBytes } from './clean/orphanBytes.ts';
import { joinLines, splitParagraphs } from './clean/paragraphs.ts';
import { removePinyinNotes } from './clean/pinyinNotes.ts';
import { removeNeedlessBlanks, widenPunctuation } from './clean/punctuation.ts';
import { pairQuotes } from './clean/quotes.ts';
import { simplify } from './clean/simplify.ts';
import type { CleanText } from './cleanText.ts';

export interface CleanOptions {
  /** The file is Markdown: its quote marks, bullets, links, tags and paired bold go. Off by default. */
  readonly markdown?: boolean;
}

/** Steps may uncover work for earlier ones (a footer behind a footer); real texts settle in two rounds. */
const MAX_ROUNDS = 8;

/**
 * Raw text of a file → the text all later steps work on: one paragraph a line, simplified characters, full-width marks,
 * no web furniture. Every change is in `repairs`; every clean unit maps to its raw range. Cleaning a clean text changes nothing.
 */
export function clean(raw: string, options: CleanOptions = {}): CleanText {
  const text = new EditableText(raw);
  const steps = options.markdown === true ? MARKDOWN_STEPS : STEPS;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const before = text.text;
    for (const step of steps) text.apply(step(text.text));
    if (text.text === before) break;
  }
  return { text: text.text, repairs: text.repairs(), offsets: text.offsetMap() };
}

/** In this order: whole lines go first, then damaged characters, then the breaks between lines, at last single marks. */
const STEPS: readonly CleaningStep[] = [
  removeInvisible,
  removeFrontMatter,
  removeHeadingMarks,
  removeFurniture,
  removeTableBars,
  repairByteShift,
  removePinyinNotes,
  simplify,
  repairOrphanBytes,
  splitParagraphs,
  joinLines,
  pairQuotes,
  widenPunctuation,
  removeNeedlessBlanks,
];

const MARKDOWN_STEPS: readonly CleaningStep[] = STEPS.flatMap(step =>
  step === removeHeadingMarks ? [removeHeadingMarks, removeMarkdown] : [step],
);
