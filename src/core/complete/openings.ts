import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { CorpusText } from '../index/corpusText.ts';
import { DOCUMENT_SEPARATOR } from '../index/format/segmentFormat.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { DANGLING } from '../phrase/dangling.ts';
import { hanCount, isPause, isStop } from '../text/charClass.ts';
import { isBlankLine, lineEnd, lineStart, skipBlanks } from '../text/lines.ts';
import type { Suggestion } from './suggestion.ts';

/** How many units of the end of the preceding paragraph are looked for, longest first: «各位代表：», «而努力奋斗！». */
const CONTEXT_LENGTHS = [16, 8, 5, 3];
/** Beginnings read per context. */
const SAMPLE_SIZE = 32;
/** Units read of each. */
const LONGEST_OPENING = 32;
/** A formula is what at least so many speeches say, and at least this share of those that have this place. */
const LEAST_SPEECHES = 2;
const LEAST_SHARE = 0.4;
/** Least Chinese characters of a formula. Shorter ones, such as «现在，», save no more than they distract. */
const LEAST_HAN = 4;
/** A formula leads on by 是 too: «今天会议的主题是». */
const LEADING_ON = `${DANGLING}是`;

interface Beginning {
  readonly text: string;
  readonly occurrence: Occurrence;
}

/**
 * The formula with which the corpus begins a paragraph, after a paragraph that ends as the draft's preceding one does,
 * up to the end of its first clause: «各位代表：⏎» → «现在，我代表市人民政府». For the empty line at `offset`; empty if speeches
 * differ.
 */
export function openings(index: CorpusIndex, text: string, offset: number): Suggestion[] {
  const start = lineStart(text, offset);
  if (offset === 0 || !isBlankLine(text, start, lineEnd(text, offset))) return [];
  const before = text.slice(0, start).trimEnd();
  const paragraph = before.slice(before.lastIndexOf('\n') + 1).trimStart();
  // A salutation is a paragraph of its own: «同志们：» is not the end of «各位代表、同志们：».
  const whole = paragraph.length <= CONTEXT_LENGTHS[0]! ? [`\n${paragraph}`] : [];
  const ends = CONTEXT_LENGTHS.filter(length => length < paragraph.length).map(length => paragraph.slice(-length));
  for (const context of [...whole, ...ends]) {
    const beginnings = beginningsAfter(index, context);
    if (beginnings.length < LEAST_SPEECHES) continue;
    const found = consensus(index.text, beginnings);
    return found === undefined ? [] : [asSuggestion(index, found, beginnings)];
  }
  return [];
}

/** How paragraphs begin after one that ends with `context`, once for each speech. */
function beginningsAfter(index: CorpusIndex, context: string): Beginning[] {
  const bySpeech = new Map<number, Beginning>();
  for (const { segment, position } of index.matches.sample(index.matches.of(`${context}\n`), SAMPLE_SIZE)) {
    const start = { segment, position: position + context.length + 1 };
    const raw = index.text.at(start, LONGEST_OPENING);
    const blanks = skipBlanks(raw, 0, raw.length);
    const text = untilBreak(raw.slice(blanks));
    const occurrence = { segment, position: start.position + blanks };
    if (text !== '' && !index.documents.isInVariant(start))
      bySpeech.set(index.documents.speechKey(start), { text, occurrence });
  }
  return [...bySpeech.values()];
}

/** The longest beginning that enough of `beginnings` share, that ends well and is no longer than a clause. */
function consensus(corpus: CorpusText, beginnings: readonly Beginning[]): Beginning | undefined {
  let agreeing = beginnings;
  let text = '';
  let best: Beginning | undefined;
  for (;;) {
    const next = mostFrequent(agreeing.map(beginning => beginning.text[text.length] ?? ''));
    const following = agreeing.filter(beginning => (beginning.text[text.length] ?? '') === next);
    if (hanCount(text) >= LEAST_HAN && endsWell(corpus, agreeing[0]!.occurrence, text, next)) {
      best = { text, occurrence: agreeing[0]!.occurrence };
      if (isPause(next) || isStop(text.at(-1)!)) return best;
    }
    if (next === '' || following.length < Math.max(LEAST_SPEECHES, LEAST_SHARE * beginnings.length)) return best;
    agreeing = following;
    text += next;
  }
}

/** With a stop, before a pause, which belongs to what comes next, or after a word that leads on to nothing. */
function endsWell(corpus: CorpusText, occurrence: Occurrence, text: string, next: string): boolean {
  const last = text.at(-1)!;
  if (isStop(last)) return true;
  if (isPause(last) || isStop(next)) return false;
  return next === '' || isPause(next) || (!LEADING_ON.includes(last) && corpus.isWordStart(occurrence, text.length));
}

function asSuggestion(
  index: CorpusIndex,
  { text, occurrence }: Beginning,
  beginnings: readonly Beginning[],
): Suggestion {
  return {
    insertText: text,
    replaceLength: 0,
    kind: 'continuation',
    ...index.frequencies.of(text),
    confidence: beginnings.filter(beginning => beginning.text.startsWith(text)).length / beginnings.length,
    provenance: index.provenances.of(occurrence, text.length),
  };
}

function mostFrequent(units: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function untilBreak(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n' || text.charCodeAt(at) === DOCUMENT_SEPARATOR) return text.slice(0, at);
  }
  return text;
}
