import type { Span } from '../../core/text/span.ts';

/** A change to a document as the editor reports it: `inserted` units replace the `length` units from `start` on. */
export interface TextChange {
  readonly start: number;
  readonly length: number;
  readonly inserted: number;
}

/** Tracks which stretches of a draft were accepted from the list or as ghost text while the draft changes. Pure. */
export class AcceptedSpans {
  #spans: readonly Span[] = [];
  #last: TextChange | undefined;

  /** In ascending order and without overlap. */
  get spans(): readonly Span[] {
    return this.#spans;
  }

  /** Typing within a stretch splits it, deleting shortens it. */
  change(change: TextChange): void {
    const { start, length, inserted } = change;
    const end = start + length;
    const by = inserted - length;
    this.#spans = this.#spans.flatMap(span => [
      ...nonEmpty({ start: span.start, end: Math.min(span.end, start) }),
      ...nonEmpty({ start: Math.max(span.start, end) + by, end: span.end + by }),
    ]);
    this.#last = change;
  }

  /** Marks the last change as an accepted suggestion. */
  markLast(): void {
    if (this.#last === undefined) return;
    const { start, inserted } = this.#last;
    this.#spans = [...this.#spans, ...nonEmpty({ start, end: start + inserted })].sort((a, b) => a.start - b.start);
    this.#last = undefined;
  }
}

function nonEmpty(span: Span): Span[] {
  return span.start < span.end ? [span] : [];
}

/** The parts of `spans` outside all of `others`, which ascend. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const rest: Span[] = [];
    let at = start;
    for (const other of others.filter(each => each.start < end && each.end > start)) {
      if (other.start > at) rest.push({ start: at, end: other.start });
      at = Math.max(at, other.end);
    }
    if (at < end) rest.push({ start: at, end });
    return rest;
  });
}
