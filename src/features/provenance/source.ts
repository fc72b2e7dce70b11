import * as vscode from 'vscode';
import type { Provenance } from '../../core/document/provenance.ts';
import type { SourcePlace, SpeechService } from '../../core/service/speechService.ts';
import type { Span } from '../../core/text/span.ts';
import { commands, renderingScheme } from '../../manifest.ts';
import { toEditorEncoding, toSourceRange } from '../../vscode/convert.ts';
import { isIndex } from '../../vscode/linkArguments.ts';
import { describeError, type Log, orNothing } from '../../vscode/log.ts';
import { forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import type { OpenSources } from './openSources.ts';
import type { Renderings } from './renderings.ts';
import { isLaidOut, layOutAsSpeech } from './sourceLayout.ts';

/** A place of the corpus in a link. The id is opaque and resolved by the service; a path could be forged. */
export type SourceArguments = readonly [documentId: string, start: number, end: number];

/** For features that query the service: queries that fail are logged. */
export interface CorpusQueries {
  readonly service: SpeechService;
  readonly log: Log;
}

/** For features that also open the places in an answer. */
export interface CorpusAccess extends CorpusQueries {
  readonly sources: Sources;
}

/** Opens places of the corpus: in the user's own file, or in the rendering of a document that has no lines to open. */
export class Sources {
  readonly #service: SpeechService;
  readonly #renderings: Renderings;
  readonly #open: OpenSources;
  readonly #log: Log;
  /** The user's files in which places were found, by their URI. */
  readonly #files = new Set<string>();

  constructor(service: SpeechService, renderings: Renderings, open: OpenSources, log: Log) {
    this.#service = service;
    this.#renderings = renderings;
    this.#open = open;
    this.#log = log;
  }

  /** Opens the document with the span selected, in the active column unless another is given. */
  async open([documentId, start, end]: SourceArguments, viewColumn = vscode.ViewColumn.Active): Promise<void> {
    const found = await this.#find({ documentId, start, end });
    if (found === undefined) {
      void vscode.window.showWarningMessage(t('source.gone'));
      return;
    }
    try {
      await this.#show(found, { viewColumn });
    } catch (error) {
      this.#log.warn(describeError(error));
      void vscode.window.showWarningMessage(t('source.unreadable', forNotification(found.place.path, 120)));
    }
  }

  /** Shows the place without taking the focus; does nothing if the place cannot be opened. */
  async preview(hit: Provenance, viewColumn = vscode.ViewColumn.Active): Promise<void> {
    const found = await this.#find(hit);
    if (found === undefined) return;
    await orNothing(this.#log, this.#show(found, { preserveFocus: true, viewColumn }));
  }

  async #show(found: FoundPlace, where: vscode.TextDocumentShowOptions): Promise<void> {
    const document = await layOutAsSpeech(await openPlace(found));
    if (found.place.rendered) this.#renderings.mark(found.uri, [found.range]);
    await vscode.window.showTextDocument(document, { selection: found.range, preview: true, ...where });
  }

  /**
   * Locations of `hits`, in their order, without those that no longer exist. The peek view reads a file in the editor's default encoding
   * unless it is open already, so files in other encodings are opened first.
   */
  async locations(hits: ReadonlyArray<Pick<Provenance, 'documentId' | 'start' | 'end'>>): Promise<vscode.Location[]> {
    const found = (await Promise.all(hits.map(hit => this.#find(hit)))).filter(each => each !== undefined);
    const foreign = new Map(
      found.filter(({ place }) => !place.rendered && place.encoding !== 'utf-8').map(each => [each.place.path, each]),
    );
    await Promise.all([...foreign.values()].map(each => orNothing(this.#log, openPlace(each))));
    for (const [uri, ranges] of renderedRanges(found)) this.#renderings.mark(uri, ranges);
    return found.map(({ uri, range }) => new vscode.Location(uri, range));
  }

  async #find(hit: { readonly documentId: string } & Span): Promise<FoundPlace | undefined> {
    const place = await orNothing(this.#log, this.#service.locate(hit));
    if (place === undefined) return undefined;
    const uri = place.rendered ? this.#renderings.uriOf(hit.documentId, place.path) : vscode.Uri.file(place.path);
    if (!place.rendered) this.#files.add(uri.toString());
    return { place, uri, range: toSourceRange(place) };
  }

  /** Lays out a file in which a place was found; F12, the peek view and a reload of the window open such files by themselves. */
  layOut(document: vscode.TextDocument): void {
    const { uri } = document;
    if (uri.scheme === renderingScheme || !(this.#files.has(uri.toString()) || this.#open.has(uri))) return;
    void layOutAsSpeech(document);
    if (isLaidOut(document)) void this.#open.keep(document, []);
  }

  /** To be called when the document is closed, which it is also when the user gives it another language. */
  forget(document: vscode.TextDocument): void {
    if (isLaidOut(document)) void this.#open.forget(document.uri);
  }
}

interface FoundPlace {
  readonly place: SourcePlace;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

export function registerSource(sources: Sources): vscode.Disposable {
  for (const document of vscode.workspace.textDocuments) sources.layOut(document);
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openSource, async (...args: unknown[]) => {
      if (isSourceArguments(args)) await sources.open(args);
    }),
    vscode.workspace.onDidOpenTextDocument(document => sources.layOut(document)),
    vscode.workspace.onDidCloseTextDocument(document => sources.forget(document)),
  );
}

/** All ranges of each rendering among `found`. */
function renderedRanges(found: readonly FoundPlace[]): Iterable<readonly [vscode.Uri, vscode.Range[]]> {
  const ranges = new Map<string, [vscode.Uri, vscode.Range[]]>();
  for (const { place, uri, range } of found) {
    if (!place.rendered) continue;
    const entry = ranges.get(uri.toString()) ?? [uri, []];
    ranges.set(uri.toString(), entry);
    entry[1].push(range);
  }
  return ranges.values();
}

async function openPlace({ place, uri }: FoundPlace): Promise<vscode.TextDocument> {
  if (place.rendered) return vscode.workspace.openTextDocument(uri);
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  // A document with unsaved changes cannot be reopened in another encoding; here the user's choice stands.
  if (open?.isDirty) return open;
  return vscode.workspace.openTextDocument(uri, { encoding: toEditorEncoding(place.encoding) });
}

/** Links can be forged: only an id and two offsets are accepted from them. */
export function isSourceArguments(args: readonly unknown[]): args is SourceArguments {
  const [id, start, end] = args;
  return (
    args.length === 3 && typeof id === 'string' && id.length < 256 && isIndex(start) && isIndex(end) && start < end
  );
}
