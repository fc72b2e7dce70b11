import type { Span } from '../text/span.ts';

/**
 * Families of parallel constructions in order of precedence: the first that fits names the series. The index stores positions in
 * this list: add at the end only.
 */
export const SERIES_FAMILIES = [
  'numbered', // 一是/一要/第一，/其一/首先/一、/（一）/1./——
  'chain', // A化、B化、C化 where each member takes up the end of the one before
  'reversal', // 重点抓、抓重点
  'shared-head', // 亲自部署、亲自推进、亲自督查
  'shared-tail', // 使命感、紧迫感、责任感
  'run4', // four-character runs
  'run3', // three-character runs
  'frame', // 从…中…、在…中…; 以…; 让…
  'pair', // 既…又…, 一方面…另一方面
  'numeric-summary', // “五个不适应” with its five items; the slogan is the one marker
] as const;

export type SeriesFamily = (typeof SERIES_FAMILIES)[number];

export type SeriesScope = 'sentence' | 'paragraph' | 'paragraphs' | 'sections';

export interface SeriesMember extends Span {
  /** Without marker, governing head and closing punctuation. */
  readonly text: string;
}

export interface ParallelSeries extends Span {
  readonly family: SeriesFamily;
  readonly scope: SeriesScope;
  /** Enumerators as written, one a member: «一要», «二要»; empty for unmarked families. */
  readonly markers: readonly string[];
  readonly members: readonly SeriesMember[];
  /** Fixed parts with `…` for slots: «从…中…». */
  readonly frame?: string;
  /** Numbers of the enumerators, one a member, 0 for those that are only repeated (——). Numbered series; not kept in the index. */
  readonly ordinals?: readonly number[];
  /** What stands between members: «、», «，», «；», «。» or a line break. Not kept in the index. */
  readonly punctuation?: string;
  /** What governs the whole list from inside the first item, «不断增强». Not kept in the index. */
  readonly head?: SeriesMember;
}

/** A series that is still being written at the caret. */
export interface OpenSeries {
  readonly family: SeriesFamily;
  readonly scope: SeriesScope;
  readonly markers: readonly string[];
  readonly members: readonly SeriesMember[];
  readonly frame?: string;
  /** What the draft has already written of the next member's marker, possibly nothing: «三» of «三要». */
  readonly typed: string;
  /** The marker the next member would take, with its punctuation («三要», «第三，», «（三）»); absent for frames. */
  readonly nextMarker?: string;
  /** Its number; absent for markers without one. */
  readonly nextOrdinal?: number;
  /** What stands between members: «、», «，», «；», `\n`, or «。» for run-in points. */
  readonly separator: string;
  /** The next marker begins a line of its own, but the caret stands behind a sentence: it wants a line break first. */
  readonly breaksLine?: boolean;
  /** The caret stands behind a member without its mark: this mark comes first, «；». */
  readonly joint?: string;
  /** Length of the last member so far, by the mean length of those before it: 1 = as long as usual. Absent while there is only one. */
  readonly progress?: number;
  /** Measured chance, 0 … 1, that the next marker comes here, on a new line that one of the stack does; absent for frames. */
  readonly likelihood?: number;
}
