import type { Confidence } from '../speechMetadata.ts';

/** A value read from a text, how sure it is, and the words it was read from. */
export interface Finding<T = string> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly evidence: string;
}

/** The parts of a document that say what it is. */
export interface Source {
  readonly raw: string;
  readonly clean: string;
  /** Non-empty lines before the address («同志们：») or the first prose, without blanks around them. */
  readonly head: readonly string[];
  readonly fileName: string;
}

const MAX_HEAD_LINES = 10;
const ADDRESS = /^(?:各位|同志们|尊敬的|女士们|朋友们|全国同胞|青年朋友|亲爱的|老师们|同学们)/u;
/** Prose: longer than any title, or several sentences. */
const MAX_HEAD_LINE = 80;

/** The head of a clean text, see `Source.head`. */
export function headOf(clean: string): string[] {
  const head: string[] = [];
  let start = 0;
  while (start < clean.length && head.length < MAX_HEAD_LINES) {
    const newline = clean.indexOf('\n', start);
    const line = clean.slice(start, newline < 0 ? clean.length : newline);
    if (ADDRESS.test(line) || line.length > MAX_HEAD_LINE || /[。！？；]./u.test(line)) break;
    head.push(line);
    start = newline < 0 ? clean.length : newline + 1;
  }
  return head;
}

/** The sentence of `text` that holds `[start, end)`, cut to 120 units. */
export function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < 60 && !/[。！？；\n]/u.test(text[from - 1]!)) from--;
  let to = end;
  while (to < text.length && to - from < 120 && !/[。！？；\n]/u.test(text[to]!)) to++;
  return text.slice(from, to);
}
