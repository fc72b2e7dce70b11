import type { OffsetMap, Repair, RepairKind } from '../cleanText.ts';

/** Replace `[start, end)` of the current text by `after`. Offsets are UTF-16 units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly after: string;
  readonly kind: RepairKind;
}

/** One step of cleaning: reads the text as the steps before left it, returns ascending edits that do not overlap. */
export type CleaningStep = (text: string) => readonly Edit[];

interface LoggedEdit {
  readonly kind: RepairKind;
  readonly rawStart: number;
  readonly rawEnd: number;
}

/**
 * A text under repair that knows for every unit the raw range it came from.
 * An edit as long as what it replaces keeps the units one to one; otherwise every new unit stands for the whole range.
 */
export class EditableText {
  readonly #raw: string;
  #text: string;
  #rawStarts: Int32Array;
  #rawEnds: Int32Array;
  readonly #log: LoggedEdit[] = [];

  constructor(raw: string) {
    this.#raw = raw;
    this.#text = raw;
    this.#rawStarts = new Int32Array(raw.length);
    this.#rawEnds = new Int32Array(raw.length);
    for (let i = 0; i < raw.length; i++) {
      this.#rawStarts[i] = i;
      this.#rawEnds[i] = i + 1;
    }
  }

  get text(): string {
    return this.#text;
  }

  apply(edits: readonly Edit[]): void {
    if (edits.length === 0) return;
    let length = this.#text.length;
    for (const edit of edits) length += edit.after.length - (edit.end - edit.start);
    const rawStarts = new Int32Array(length);
    const rawEnds = new Int32Array(length);
    const pieces: string[] = [];
    let from = 0;
    let to = 0;
    const keepUntil = (end: number) => {
      pieces.push(this.#text.slice(from, end));
      rawStarts.set(this.#rawStarts.subarray(from, end), to);
      rawEnds.set(this.#rawEnds.subarray(from, end), to);
      to += end - from;
      from = end;
    };
    for (const edit of edits) {
      if (edit.start < from || edit.end <= edit.start || edit.end > this.#text.length) {
        throw new RangeError(`edit ${edit.kind} [${edit.start}, ${edit.end}) is empty, out of order or out of range`);
      }
      keepUntil(edit.start);
      const rawStart = this.#rawStarts[edit.start]!;
      const rawEnd = this.#rawEnds[edit.end - 1]!;
      const sameLength = edit.after.length === edit.end - edit.start;
      for (let k = 0; k < edit.after.length; k++) {
        rawStarts[to + k] = sameLength ? this.#rawStarts[edit.start + k]! : rawStart;
        rawEnds[to + k] = sameLength ? this.#rawEnds[edit.start + k]! : rawEnd;
      }
      pieces.push(edit.after);
      this.#log.push({ kind: edit.kind, rawStart, rawEnd });
      to += edit.after.length;
      from = edit.end;
    }
    keepUntil(this.#text.length);
    this.#text = pieces.join('');
    this.#rawStarts = rawStarts;
    this.#rawEnds = rawEnds;
  }

  /** Runs of units that map one to one, and units that stand for one range together. */
  offsetMap(): OffsetMap {
    const cleanStarts: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const rawStarts = this.#rawStarts;
    const rawEnds = this.#rawEnds;
    let first = 0;
    let start = 0;
    let end = 0;
    for (let i = 0; i < rawStarts.length; i++) {
      const rawStart = rawStarts[i]!;
      const rawEnd = rawEnds[i]!;
      if (i > 0) {
        const isOneToOne = end - start === i - first;
        if (isOneToOne && rawStart === end && rawEnd === end + 1) {
          end = rawEnd;
          ends[ends.length - 1] = end;
          continue;
        }
        if (rawStart === start && rawEnd === end) continue;
      }
      first = i;
      start = rawStart;
      end = rawEnd;
      cleanStarts.push(first);
      starts.push(start);
      ends.push(end);
    }
    return { cleanStarts, rawStarts: starts, rawEnds: ends };
  }

  /**
   * The changes as they lead from the raw to the present text: ascending, not overlapping, so that putting every `after`
   * in the place of its `before` in the raw text gives the present text. Edits of one place become one repair, under the
   * kind that tells most: white space last, else the widest.
   */
  repairs(): Repair[] {
    const log = this.#log.toSorted((a, b) => a.rawStart - b.rawStart || b.rawEnd - a.rawEnd);
    const repairs: Repair[] = [];
    let unit = 0;
    for (let i = 0; i < log.length; ) {
      const rawStart = log[i]!.rawStart;
      let rawEnd = log[i]!.rawEnd;
      let widest = log[i]!;
      for (i++; i < log.length && this.#belongsTo(log[i]!, widest.kind, rawEnd); i++) {
        const next = log[i]!;
        rawEnd = Math.max(rawEnd, next.rawEnd);
        if (tellsMore(next, widest)) widest = next;
      }
      while (unit < this.#text.length && this.#rawStarts[unit]! < rawStart) unit++;
      const first = unit;
      while (unit < this.#text.length && this.#rawStarts[unit]! < rawEnd) unit++;
      const before = this.#raw.slice(rawStart, rawEnd);
      const after = this.#text.slice(first, unit);
      if (before !== after) repairs.push({ kind: widest.kind, rawStart, rawEnd, before, after });
    }
    return repairs;
  }

  /** Blank runs are cleaned in several steps; touching ones read better as one repair. */
  #belongsTo(next: LoggedEdit, kind: RepairKind, rawEnd: number): boolean {
    if (next.rawStart < rawEnd) return true;
    return next.rawStart === rawEnd && next.kind === kind && (kind === 'whitespace' || kind === 'traditional');
  }
}

function tellsMore(a: LoggedEdit, b: LoggedEdit): boolean {
  if ((a.kind === 'whitespace') !== (b.kind === 'whitespace')) return b.kind === 'whitespace';
  return a.rawEnd - a.rawStart > b.rawEnd - b.rawStart;
}
