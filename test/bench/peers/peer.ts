import type { CleanCorpus } from '../cleanCorpus.ts';

/** So many places of a phrase are located; the rest are only counted. */
export const MAX_PLACES = 1000;

export interface PhraseGroup {
  readonly name: string;
  readonly phrases: readonly string[];
}

/** What looking up one group of phrases took. */
export interface GroupFigures {
  readonly name: string;
  /** Occurrences of the first phrases of the group: as many as there was time for. */
  readonly counts: readonly number[];
  /** Milliseconds of each look-up: these phrases in their order, round after round. */
  readonly times: readonly number[];
}

export interface BuildFigures {
  readonly wallMs: number;
  /** Processor time of all threads. */
  readonly cpuMs: number;
  readonly peakRssBytes: number;
  /** 0 for an index that is only held in memory. */
  readonly diskBytes: number;
}

export interface SearchFigures {
  readonly openMs: number;
  readonly warm: readonly GroupFigures[];
  /** One round each after the system's page cache has forgotten the files; empty where nothing is read from files. */
  readonly firstTouch: readonly GroupFigures[];
  /** Resident memory of the whole process after the warm rounds. */
  readonly rssBytes: number;
  /** How much of it came with opening and asking. */
  readonly growthBytes: number;
  /** Each document's addition until it can be found; empty where that means to build anew. */
  readonly addMs: readonly number[];
}

export interface PeerFigures {
  readonly build: BuildFigures;
  readonly search: SearchFigures;
}

/** What a peer is measured on. Plain data. */
export interface PeerTask {
  readonly corpus: CleanCorpus;
  /** Empty, for the peer's files. */
  readonly directory: string;
  readonly groups: readonly PhraseGroup[];
  /** Documents to be added one by one at the end. */
  readonly additions: readonly string[];
  /** Time for one group of phrases; a peer that needs longer is measured on the group's first phrases. */
  readonly groupBudgetMs: number;
}

/** Something that can answer «how often, and where, does this stand in the corpus». */
export interface Peer {
  readonly name: string;
  /** What exactly is asked of it. */
  readonly method: string;
  /** How to install what is missing on this machine; `undefined` if nothing is. */
  missing(): string | undefined;
  /** It is not measured on a larger corpus than this. */
  readonly maxCharacters?: number;
  /** Counts occurrences that overlap one another once only. */
  readonly skipsOverlaps?: boolean;
  readonly measure: (task: PeerTask) => Promise<PeerFigures>;
}
