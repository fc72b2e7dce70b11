import type { Provenance } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { PhraseLexicon } from '../lexicon/phraseLexicon.ts';
import { hanCount, isAllHan } from '../text/charClass.ts';
import { fullWidth } from '../text/fullWidth.ts';
import { paragraphAt } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import { endsWord, LONGEST_TAIL, SHORTEST_TAIL, type SlotFrame, slotFrameAt, slotStart } from './slotFrame.ts';

/** Another wording that the corpus has. */
export interface Alternative {
  readonly text: string;
  readonly documents: number;
  readonly occurrences: number;
  readonly provenance: Provenance;
}

export interface Rephrasing {
  /** The span that the alternatives replace. */
  readonly span: Span;
  readonly phrase: string;
  /** Best first. */
  readonly alternatives: readonly Alternative[];
}

/** Longer selections are not phrases. */
const LONGEST_PHRASE = 24;
const SHORTEST_PHRASE = 4;
/** Characters two phrases of a family have in common, at the beginning or at the end. */
const SHARED = 2;
/** The length of an alternative may differ from the phrase's by at most this. */
const LENGTH_CLASS = 3;
/** Number of occurrences of a frame that are read. */
const SAMPLE = 512;
const REACH = 20;
/** Number of phrases of the lexicon that are examined. */
const RELATIVES = 50;

/** Where other wordings are looked for. */
export interface RephraseSources {
  readonly index: CorpusIndex;
  readonly lexicon: PhraseLexicon;
}

interface Candidate {
  readonly text: string;
  readonly seen: number;
  /** Likeness to the phrase; more is better. */
  readonly kinship: number;
}

/**
 * «换一种说法»: what the corpus has for the phrase at `span` of `text`, or at the caret if the span is empty: the same frame with
 * another slot (等不起慢不得的紧迫感 → 只争朝夕的紧迫感), the same slot in another frame (…的责任感), phrases of about the same
 * length with the same beginning or end. `undefined` if there is no phrase.
 */
export function rephrase(
  { index, lexicon }: RephraseSources,
  text: string,
  span: Span,
  limit: number,
): Rephrasing | undefined {
  const paragraph = paragraphAt(text, span.start);
  const line = fullWidth(text.slice(paragraph.start, paragraph.end));
  const chosen = { start: span.start - paragraph.start, end: Math.min(span.end, paragraph.end) - paragraph.start };
  const frame = slotFrameAt(index, line, chosen.end);
  const isOfFrame = frame !== undefined && frame.start <= chosen.start;
  const target = isOfFrame ? frame : chosen.end > chosen.start ? chosen : phraseOfLexicon(lexicon, line, chosen.start);
  if (target === undefined || target.end - target.start > LONGEST_PHRASE) return undefined;
  const phrase = line.slice(target.start, target.end);
  if (hanCount(phrase) < SHORTEST_PHRASE) return undefined;
  const found = [
    ...(isOfFrame ? [...otherSlots(index, line, frame), ...otherTails(index, line, frame)] : []),
    ...relatives(lexicon, phrase),
  ];
  return {
    span: { start: paragraph.start + target.start, end: paragraph.start + target.end },
    phrase,
    alternatives: best(found, phrase, limit).flatMap(candidate => asAlternative(index, candidate)),
  };
}

/** The longest phrase of the lexicon that contains the character at `caret`. */
function phraseOfLexicon(lexicon: PhraseLexicon, line: string, caret: number): Span | undefined {
  let longest: Span | undefined;
  for (let start = Math.max(0, caret - LONGEST_PHRASE); start <= caret; start++) {
    for (let end = start + LONGEST_PHRASE; end >= Math.max(caret, start + SHORTEST_PHRASE); end--) {
      if (longest !== undefined && end - start <= longest.end - longest.start) break;
      if (end <= line.length && lexicon.has(line.slice(start, end))) longest = { start, end };
    }
  }
  return longest;
}

/** The frame with other fillings of its slot: …的紧迫感. */
function otherSlots(index: CorpusIndex, line: string, frame: SlotFrame): Candidate[] {
  const tail = line.slice(frame.slotEnd, frame.end);
  const own = frame.slotEnd - frame.start;
  const found: Found = new Map();
  for (const place of index.matches.sample(index.matches.of(tail), SAMPLE)) {
    const reach = Math.min(REACH, place.position);
    const before = index.text.at(place, reach, -reach);
    const start = slotStart(before, before.length);
    if (start === undefined || !isNear(before.length - start, own) || !endsWord(index.text, place, tail.length))
      continue;
    const kinship = before[start - 1] === frame.opener ? 3 : 2;
    add(found, before.slice(start) + tail, kinship);
  }
  return [...found.values()];
}

/** The slot in other frames: 等不起慢不得的…. */
function otherTails(index: CorpusIndex, line: string, frame: SlotFrame): Candidate[] {
  const slot = line.slice(frame.start, frame.slotEnd + 1);
  const found: Found = new Map();
  for (const place of index.matches.sample(index.matches.of(slot), SAMPLE)) {
    const after = index.text.at(place, LONGEST_TAIL, slot.length);
    let length = SHORTEST_TAIL;
    while (length < after.length && !endsWord(index.text, place, slot.length + length)) length++;
    const tail = after.slice(0, length);
    if (tail.length >= SHORTEST_TAIL && isAllHan(tail)) add(found, slot + tail, 2);
  }
  return [...found.values()];
}

/** Phrases that begin or end as `phrase` does. */
function relatives(lexicon: PhraseLexicon, phrase: string): Candidate[] {
  const tail = phrase.slice(-SHARED);
  return [
    ...lexicon.byPrefix(phrase.slice(0, SHARED), RELATIVES),
    ...lexicon.byInfix(tail, RELATIVES).filter(({ text }) => text.endsWith(tail)),
  ]
    .filter(({ text }) => isNear(text.length, phrase.length))
    .map(({ text, documents }) => ({ text, seen: documents, kinship: 1 }));
}

type Found = Map<string, Candidate>;

function add(found: Found, text: string, kinship: number): void {
  const before = found.get(text);
  found.set(text, { text, seen: (before?.seen ?? 0) + 1, kinship: Math.max(kinship, before?.kinship ?? 0) });
}

function best(candidates: readonly Candidate[], phrase: string, limit: number): Candidate[] {
  const byText = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = byText.get(candidate.text);
    if (known === undefined || known.kinship < candidate.kinship) byText.set(candidate.text, candidate);
  }
  const others = [...byText.values()].filter(({ text }) => !text.includes(phrase));
  return others.sort((a, b) => b.kinship - a.kinship || b.seen - a.seen).slice(0, limit);
}

function asAlternative(index: CorpusIndex, { text }: Candidate): Alternative[] {
  const [place] = index.matches.sample(index.matches.of(text), 1);
  if (place === undefined) return []; // only in documents that are deleted
  return [{ text, ...index.frequencies.of(text), provenance: index.provenances.of(place, text.length) }];
}

function isNear(length: number, own: number): boolean {
  return Math.abs(length - own) <= LENGTH_CLASS;
}
