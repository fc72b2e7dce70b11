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
  /** Letters right before the caret, after Chinese text, spell a phrase. Without it nothing is offered there: they may be an input method's. */
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
  /** The place is in the document's rendering: the file itself (.docx, .pdf …) has no lines to open. */
  readonly rendered?: true;
}

/** A corpus document as text, for reading. */
export interface Rendering {
  readonly text: string;
  readonly title: string;
}

export interface IndexStats {
  readonly documents: number;
  readonly characters: number;
  readonly segments: number;
  readonly phrases: number;
}

export interface DraftRequest {
  readonly text: string;
  /** The draft's file: a draft that lies among the speeches is not compared with itself. */
  readonly path?: string;
}

export interface CheckRequest extends DraftRequest {
  /** 本地词表: names of places, offices and people that may come from a source, because they are the user's own. */
  readonly localNames?: readonly string[];
}

/**
 * Everything an editor, the command line or a test asks of a corpus. Plain serialisable data in and out;
 * the draft travels with each request, the service keeps no editor state. All offsets are UTF-16 and half-open.
 * Rejects with `ServiceError`; "nothing found" is an empty result, never an error.
 */
export interface SpeechService {
  complete(request: CompleteRequest): Promise<CompleteResult>;
  /**
   * How the corpus begins a paragraph after the one before the caret, or a section below such a heading: for a caret on an empty line.
   * With `cues` also what sections of the corpus say that do the same: where a further paragraph or sentence of a section begins.
   */
  openings(request: DraftPlace & { readonly cues?: boolean }): Promise<CompleteResult>;
  /** Counts what became of suggestions, for the ranking of later ones. An empty request only reads what is remembered. */
  learn(request: LearnRequest): Promise<LearnResult>;
  /** Exact occurrences of `phrase` in the clean text of the corpus. */
  lookup(request: { readonly phrase: string; readonly limit?: number }): Promise<LookupResult>;
  /** For hover and definition. `undefined` where no stretch of at least `minLength` units (4 if absent) around `offset` occurs. */
  phraseAt(
    request: DraftPlace & { readonly limit?: number; readonly minLength?: number },
  ): Promise<PhraseAtResult | undefined>;
  /** What a hover shows of the phrase around a place of the draft. `undefined` where neither corpus nor dictionary knows one. */
  hover(request: HoverRequest): Promise<HoverResult | undefined>;
  /** Key word in context: the lines of a query, page by page, and what can be counted about them. */
  concordance(request: ConcordanceRequest): Promise<ConcordanceResult>;
  /** «换一种说法»: other words of the corpus for the phrase at a span of the draft, or at the caret if it is empty. `undefined` where there is no phrase. */
  rephrase(request: { readonly text: string; readonly limit?: number } & Span): Promise<Rephrasing | undefined>;
  /** Recurrent corpus phrases that resemble `phrase`: for «语料中无出处». */
  similar(request: {
    readonly phrase: string;
    readonly limit?: number;
  }): Promise<{ readonly phrases: readonly string[] }>;
  /** «出处清单»: what of the draft stands word for word in the corpus. */
  borrowed(request: DraftRequest): Promise<BorrowedResult>;
  /** The parallel series of a draft, in its order. */
  series(request: { readonly text: string }): Promise<{ readonly series: readonly ParallelSeries[] }>;
  /** What may be a slip in a draft, in its order. */
  check(request: CheckRequest): Promise<{ readonly findings: readonly Finding[] }>;
  /** How long the draft and each of its sections is, as Word counts if no `rule` is given. */
  draftLength(request: { readonly text: string; readonly rule?: LengthRule }): Promise<DraftLength>;
  /** For hover: the series of a draft at `offset`, or the items of the slogan there, with their sources. `undefined` where neither is. */
  seriesAt(request: DraftPlace): Promise<SeriesAtResult | undefined>;
  /** Series of the corpus by a member, their frame or their shape. */
  seriesLookup(request: SeriesLookupRequest): Promise<SeriesLookupResult>;
  /** «查排比»: series of the corpus like one of the draft, or with words that are selected. `undefined` where there is nothing to go by. */
  seriesLike(request: SeriesLikeRequest): Promise<SeriesLikeResult | undefined>;
  /** How sections of the corpus that do the same as one of the draft begin, what they say and how they are built. */
  sectionModels(request: SectionModelsRequest): Promise<SectionModelsResult>;
  /** With `raw`, `text` is a file as it stands: it is cleaned first, and the places are those of the raw text. */
  outline(request: {
    readonly text: string;
    readonly raw?: boolean;
  }): Promise<{ readonly sections: readonly Section[] }>;
  /** The documents of the corpus by what they have in common, a page at a time; those left out by the user among them. */
  documents(request: DocumentsRequest): Promise<DocumentsResult>;
  /**
   * A document as the index has it, if there is any. What the user says of it is kept and wins over what was found in it, once the
   * index is opened again.
   */
  describe(request: DescribeRequest): Promise<{ readonly document?: DocumentSummary }>;
  /** The way to the source. `undefined` if the document or the place is no longer there. */
  locate(request: { readonly documentId: string } & Span): Promise<SourcePlace | undefined>;
  /** The clean text of a document, to be shown where its file cannot be. `undefined` if it is no longer there. */
  rendering(request: { readonly documentId: string }): Promise<Rendering | undefined>;
  /**
   * Phrases, titles, sections, cards and places by what a user remembers of them: some characters, with typing errors, or first letters of
   * readings. At most `limit` of a kind, kinds in the order of their best. An empty query finds nothing, but prepares for others.
   */
  find(request: { readonly query: string; readonly limit?: number }): Promise<{ readonly found: readonly Found[] }>;
  /** The user's cards, read anew from their folder; from then on `complete` offers these. */
  cards(): Promise<{ readonly cards: readonly Card[] }>;
  /** Keeps a text as a card, with the source that the corpus has for it. */
  addCard(request: AddCardRequest): Promise<{ readonly card: Card }>;
  stats(): Promise<IndexStats>;
}
