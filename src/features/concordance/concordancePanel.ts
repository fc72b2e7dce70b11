import * as vscode from 'vscode';
import type { ConcordanceLine, ConcordanceRequest, ConcordanceResult } from '../../core/concordance/concordance.ts';
import { typedQuery } from '../../core/query/literal.ts';
import { describeError } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { openPage, type Page } from '../../vscode/webview.ts';
import type { FromConcordance, Part, ToConcordance } from '../../webview/concordance/messages.ts';
import { facets, readFromConcordance } from '../../webview/concordance/messages.ts';
import type { CorpusAccess } from '../provenance/source.ts';
import { concordanceTexts, lineRow, partMessage, statusText } from './concordanceText.ts';
import type { LineActions } from './lineActions.ts';

/** Number of lines sent with the answer to a search, before the page requests more. */
const firstLines = 100;
/** Number of lines read at a time for an export. */
const exportedLines = 1000;

type Search = FromConcordance & { readonly type: 'search' };

/** The services that the panel uses. */
export interface PanelContext extends CorpusAccess {
  readonly extensionUri: vscode.Uri;
  readonly actions: LineActions;
}

/** The open panel: answers what its page requests, one slice at a time, until the page starts another search. */
export class ConcordancePanel implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly #context: PanelContext;
  readonly #page: Page<ToConcordance>;
  #search: Search | undefined;
  /** The documents that the rows of the table stand for. */
  #documents: NonNullable<ConcordanceResult['dispersion']> = [];
  #clusters: readonly string[] = [];
  /** The query that the page is to show once it has loaded. */
  #pending: string | undefined;
  #isLoaded = false;

  constructor(panel: vscode.WebviewPanel, context: PanelContext) {
    this.panel = panel;
    this.#context = context;
    this.#page = openPage<ToConcordance, FromConcordance>({
      webview: panel.webview,
      extensionUri: context.extensionUri,
      name: 'concordance',
      title: t('concordance.title'),
      onReady: () => this.#load(),
      read: readFromConcordance,
      onMessage: message =>
        void this.#handle(message).catch((error: unknown) => context.log.warn(describeError(error))),
    });
  }

  /** @param query the text to put into the search box; if empty, the page stays as it is */
  lookFor(query: string): void {
    if (query === '') return;
    if (this.#isLoaded) this.#page.post({ type: 'open', query });
    else this.#pending = query;
  }

  dispose(): void {
    this.#search = undefined;
    this.#page.dispose();
  }

  #load(): void {
    this.#isLoaded = true;
    this.#page.post({ type: 'texts', texts: concordanceTexts() });
    const query = this.#pending ?? this.#search?.query ?? '';
    this.#pending = undefined;
    this.lookFor(query);
  }

  async #handle(message: FromConcordance): Promise<void> {
    switch (message.type) {
      case 'search':
        return this.#run(message);
      case 'lines':
        return this.#sendLines(message.search, message.offset, message.limit);
      case 'part':
        return this.#sendPart(message.search, message.part);
      case 'openLine':
        return this.#withLine(message.row, line => this.#open(line));
      case 'copyLine':
        return this.#withLine(message.row, line => this.#context.actions.copy(line));
      case 'insertLine':
        return this.#withLine(message.row, line => this.#context.actions.insert(line));
      case 'openDocument': {
        const document = this.#documents[message.row];
        return document && this.#open(document);
      }
      case 'openCluster': {
        const query = this.#clusters[message.row];
        return query === undefined ? undefined : this.lookFor(query);
      }
      case 'export':
        return this.#export();
    }
  }

  async #run(search: Search): Promise<void> {
    this.#search = search;
    const isFiltered = Object.keys(search.filter).length > 0;
    try {
      const result = await this.#ask(search, { limit: firstLines }, progress => {
        const { listed, isComplete, lines } = progress;
        const status = statusText(progress, isFiltered);
        this.#page.post({ type: 'state', search: search.search, status, isError: false, isComplete, listed });
        this.#page.post({ type: 'lines', search: search.search, offset: 0, lines: lines.map(lineRow) });
      });
      if (result === undefined || search.query.trim() === '') return;
      const counted = await this.#ask(search, { limit: 0, include: ['facets'] });
      if (counted?.facets === undefined) return;
      const rows = facets.map(facet => ({ facet, values: counted.facets![facet] }));
      this.#page.post({ type: 'facets', search: search.search, facets: rows });
    } catch (error) {
      if (this.#search !== search) return;
      const status = describeError(error);
      this.#page.post({ type: 'state', search: search.search, status, isError: true, isComplete: true, listed: 0 });
    }
  }

  /** The whole answer, slice by slice; `undefined` as soon as the page has started another search. */
  async #ask(
    search: Search,
    request: Omit<ConcordanceRequest, 'query'>,
    onProgress?: (result: ConcordanceResult) => void,
  ): Promise<ConcordanceResult | undefined> {
    const { sort, filter } = search;
    const query = typedQuery(search.query.trim());
    for (;;) {
      const result = await this.#context.service.concordance({ query, sort, filter, ...request, isPartial: true });
      if (this.#search !== search) return undefined;
      onProgress?.(result);
      if (result.isComplete) return result;
    }
  }

  /** The search with that number, if it is still the current one. */
  #current(number: number): Search | undefined {
    return this.#search?.search === number ? this.#search : undefined;
  }

  async #sendLines(number: number, offset: number, limit: number): Promise<void> {
    const search = this.#current(number);
    const result = search && (await this.#ask(search, { offset, limit }));
    if (result === undefined) return;
    this.#page.post({ type: 'lines', search: number, offset, lines: result.lines.map(lineRow) });
  }

  async #sendPart(number: number, part: Part): Promise<void> {
    const search = this.#current(number);
    const result = search && (await this.#ask(search, { limit: 0, include: [part] }));
    if (result === undefined) return;
    this.#documents = result.dispersion ?? this.#documents;
    this.#clusters = result.clusters?.clusters.map(({ text }) => text) ?? this.#clusters;
    const message = partMessage(number, part, result);
    if (message !== undefined) this.#page.post(message);
  }

  async #withLine(row: number, action: (line: ConcordanceLine) => Promise<void>): Promise<void> {
    const result = this.#search && (await this.#ask(this.#search, { offset: row, limit: 1 }));
    const line = result?.lines[0];
    if (line !== undefined) await action(line);
  }

  /** Opens a place beside the panel, which stays visible. */
  #open({ documentId, start, end }: { documentId: string; start: number; end: number }): Promise<void> {
    return this.#context.sources.open([documentId, start, end], vscode.ViewColumn.Beside);
  }

  async #export(): Promise<void> {
    const search = this.#search;
    if (search === undefined || search.query.trim() === '') return;
    await this.#context.actions.export(search.query, () => this.#allLines(search));
  }

  async #allLines(search: Search): Promise<ConcordanceLine[] | undefined> {
    const lines: ConcordanceLine[] = [];
    for (;;) {
      const result = await this.#ask(search, { offset: lines.length, limit: exportedLines });
      if (result === undefined) return undefined;
      lines.push(...result.lines);
      if (result.lines.length === 0 || lines.length >= result.listed) return lines;
    }
  }
}
