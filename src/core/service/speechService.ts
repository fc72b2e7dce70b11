import type { BorrowedResult } from '../borrow/borrowed.ts';
import type { Card } from '../cards/card.ts';
import type { Finding } from '../check/finding.ts';
import type { LearnRequest, LearnResult } from '../complete/learning.ts';
import type { CompletionMode, Suggestion } from '../complete/suggestion.ts';
import type { ConcordanceRequest, ConcordanceResult } from '../concordance/concordance.ts';
import type { KwicLine } from '../document/provenance.ts';
import type { TextEncoding } from '../document/textEncoding.ts';
import type { Found } from '../find/found.ts';
import type { HoverRequest, HoverResult } from '../hover/hoverResult.ts';
import type { LengthRule } from '../length/characters.ts';
import type { DraftLength } from '../length/draftLength.ts';
import type { SectionModelsRequest, SectionModelsResult } from '../models/sectionModels.ts';
import type { ParallelSeries } from '../parallel/parallelSeries.ts';
import type { Rephrasing } from '../rephrase/rephrase.ts';
import type { Section } from '../structure/section.ts';
import type { Span } from '../text/span.ts';
import type { DescribeRequest, DocumentSummary, DocumentsRequest, DocumentsResult } from './documentList.ts';
import type { AddCardRequest } from './keepCard.ts';
import type { SeriesAtResult } from './seriesAt.ts';
import type { SeriesLikeRequest, SeriesLikeResult } from './seriesLike.ts';
import type { SeriesLookupRequest, SeriesLookupResult } from './seriesLookup.ts';

/** A place in a draft. */
export interface DraftPlace {
  readonly text: string;
  /** UTF-16 units from the start of `text`. */
  readonly offset: number;
}

export interface CompleteRequest {
  readonly text: string;
  /** Caret, UTF-16 units from the start of `text`; its end if absent. */
  readonly offset?: number;
  readonly limit?: number;
  readonly mode?: CompletionMode;
  /**
   * Whether letters right before the caret, after Chinese text, spell a phrase in pinyin. If not, nothing is offered after letters, since
   * an input method may be composing.
   */
  readonly pinyin?: boolean;
}

export interface CompleteResult {
  readonly suggestions: readonly Suggestion[];
}

export interface LookupResult {
  readonly phrase: string;
  readonly documents: number;
  readonly occurrences: number;
  /** Best sources first, at most `limit`. */
  readonly hits: readonly KwicLine[];
}

/** The longest stretch around a place of the draft that occurs in the corpus. */
export interface PhraseAtResult extends LookupResult {
  /** Where the stretch lies in the draft. */
  readonly span: Span;
}

/** A place in a raw file as an editor counts it: zero-based lines, UTF-16 columns. */
export interface SourcePlace {
  readonly path: string;
  readonly encoding: TextEncoding;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Set if the place is in the document's rendering because the file itself (.docx, .pdf …) has no lines to open. */
  readonly rendered?: true;
}

/** The text of a corpus document whose file cannot be shown itself. */
export interface Rendering {
  readonly text: string;
  readonly title: string;
}

/** A file beside a document as it is to be written. */
export interface SidecarText {
  readonly path: string;
  readonly text: string;
}

export interface IndexStats {
  readonly documents: number;
  readonly characters: number;
  readonly segments: number;
  readonly phrases: number;
}

export interface DraftRequest {
  readonly text: string;
  /** The draft's own file. A draft that lies among the speeches is not compared with itself. */
  readonly path?: string;
}

export interface CheckRequest extends DraftRequest {
  /** 本地词表: the user's own names of places, offices and people, which are never reported as carried over from a source. */
  readonly localNames?: readonly string[];
}

/**
 * Everything an editor, the command line or a test can ask of a corpus. Requests and answers are plain serialisable data. The draft travels
 * with each request; the service keeps no editor state. All offsets are UTF-16, spans are half-open. Methods reject with `ServiceError`;
 * "nothing found" is an empty result, never an error.
 */
export interface SpeechService {
  complete(request: CompleteRequest): Promise<CompleteResult>;
  /**
   * For a caret on an empty line: how the corpus begins a paragraph after the preceding one, or a section below such a heading. With `cues`
   * also typical sentences of corpus sections with the same function, for places where a further paragraph or sentence begins.
   */
  openings(request: DraftPlace & { readonly cues?: boolean }): Promise<CompleteResult>;
  /** Counts accepted and refused suggestions, which changes how later ones are ranked. An empty request only reads the counts. */
  learn(request: LearnRequest): Promise<LearnResult>;
  /** Exact occurrences of `phrase` in the clean text of the corpus. */
  lookup(request: { readonly phrase: string; readonly limit?: number }): Promise<LookupResult>;
  /**
   * The longest corpus stretch around `offset`, for hover and definition. `undefined` where no stretch of at least `minLength` units (4 if
   * absent) occurs.
   */
  phraseAt(
    request: DraftPlace & { readonly limit?: number; readonly minLength?: number },
  ): Promise<PhraseAtResult | undefined>;
  /**
   * What a hover shows for the phrase at a place of the draft. `undefined` where neither the corpus nor a dictionary knows a phrase there.
   */
  hover(request: HoverRequest): Promise<HoverResult | undefined>;
  /** Key word in context: the lines that match a query, page by page, with their counts. */
  concordance(request: ConcordanceRequest): Promise<ConcordanceResult>;
  /**
   * «换一种说法»: other wordings in the corpus for the phrase at a span of the draft, or at the caret if the span is empty. `undefined` where
   * there is no phrase.
   */
  rephrase(request: { readonly text: string; readonly limit?: number } & Span): Promise<Rephrasing | undefined>;
  /** Recurrent corpus phrases that resemble `phrase`, for the answer «语料中无出处». */
  similar(request: {
    readonly phrase: string;
    readonly limit?: number;
  }): Promise<{ readonly phrases: readonly string[] }>;
  /** «出处清单»: the stretches of the draft that occur word for word in the corpus. */
  borrowed(request: DraftRequest): Promise<BorrowedResult>;
  /** The parallel series of a draft, in text order. */
  series(request: { readonly text: string }): Promise<{ readonly series: readonly ParallelSeries[] }>;
  /** Possible slips in a draft, in text order. */
  check(request: CheckRequest): Promise<{ readonly findings: readonly Finding[] }>;
  /** The length of the draft and of each of its sections, counted by `rule`, or as Word counts if none is given. */
  draftLength(request: { readonly text: string; readonly rule?: LengthRule }): Promise<DraftLength>;
  /**
   * For hover: the series of a draft at `offset`, or the items that a slogan there counts, with their sources. `undefined` where there is
   * neither.
   */
  seriesAt(request: DraftPlace): Promise<SeriesAtResult | undefined>;
  /** Corpus series with a given member, frame or shape. */
  seriesLookup(request: SeriesLookupRequest): Promise<SeriesLookupResult>;
  /**
   * «查排比»: corpus series that resemble the selected series of a draft or contain the selected words. `undefined` where there is nothing to
   * search for.
   */
  seriesLike(request: SeriesLikeRequest): Promise<SeriesLikeResult | undefined>;
  /** Corpus sections with the same function as a section of the draft: how they begin, what they say and how they are built. */
  sectionModels(request: SectionModelsRequest): Promise<SectionModelsResult>;
  /** The section tree of a text. With `raw`, `text` is the content of a file: it is cleaned first, and the spans refer to the raw text. */
  outline(request: {
    readonly text: string;
    readonly raw?: boolean;
  }): Promise<{ readonly sections: readonly Section[] }>;
  /** The documents of the corpus in groups, page by page, including those the user has left out. */
  documents(request: DocumentsRequest): Promise<DocumentsResult>;
  /**
   * A document of the index, if it exists. Changes in the request are stored, and override what was found in the file once the index is
   * opened again.
   */
  describe(request: DescribeRequest): Promise<{ readonly document?: DocumentSummary }>;
  /**
   * The file beside a document that states what is known of it, with what else an existing one says; a new one begins with `head`. Writes
   * nothing. `undefined` if the document no longer exists.
   */
  sidecarText(request: { readonly documentId: string; readonly head?: string }): Promise<SidecarText | undefined>;
  /** The place of a span in its source file. `undefined` if the document or the place no longer exists. */
  locate(request: { readonly documentId: string } & Span): Promise<SourcePlace | undefined>;
  /** The clean text of a document whose file cannot be shown itself. `undefined` if the document no longer exists. */
  rendering(request: { readonly documentId: string }): Promise<Rendering | undefined>;
  /**
   * Searches phrases, titles, sections, cards and text by whatever the user remembers: some characters, also mistyped, or pinyin initials.
   * Returns at most `limit` results of a kind; the kind with the best result comes first. An empty query finds nothing, but prepares the
   * tables for later ones.
   */
  find(request: { readonly query: string; readonly limit?: number }): Promise<{ readonly found: readonly Found[] }>;
  /** The user's cards, read again from their folder; from then on `complete` offers these. */
  cards(): Promise<{ readonly cards: readonly Card[] }>;
  /** Saves a text as a card, together with its source in the corpus. */
  addCard(request: AddCardRequest): Promise<{ readonly card: Card }>;
  stats(): Promise<IndexStats>;
}
