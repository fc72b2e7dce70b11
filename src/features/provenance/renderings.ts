import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { SpeechService } from '../../core/service/speechService.ts';
import { languageId, renderingScheme } from '../../manifest.ts';
import { toMarkdown } from '../../vscode/markdown.ts';
import { t } from '../../vscode/messages.ts';
import type { CorpusSession } from '../corpus/corpusSession.ts';
import type { OpenSources } from './openSources.ts';

/** Without it the editor would read the text in the encoding that the user has set for files. */
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

/**
 * Corpus documents whose files have no lines to open (.docx, .pdf …), as read-only text: `jianggao-source:/1f3a…/座谈会.docx.txt`. The places
 * that led to them are highlighted.
 */
export class Renderings implements vscode.FileSystemProvider, vscode.Disposable {
  readonly #service: SpeechService;
  readonly #open: OpenSources;
  readonly #change = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#change.event;
  readonly #found = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    overviewRulerColor: new vscode.ThemeColor('editorOverviewRuler.findMatchForeground'),
  });
  /** The last places shown in each document since the window was loaded. */
  readonly #marks = new Map<string, readonly vscode.Range[]>();
  /** The last rendering: the editor reads everything it opens twice. */
  #last: { readonly id: string; readonly bytes: Promise<Uint8Array | undefined> } | undefined;
  #changedAt = Date.now();

  constructor(service: SpeechService, open: OpenSources) {
    this.#service = service;
    this.#open = open;
  }

  uriOf(documentId: string, path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: renderingScheme, path: `/${documentId}/${basename(path)}.txt` });
  }

  /** The document a rendering shows. */
  documentIdOf(uri: vscode.Uri): string | undefined {
    return uri.scheme === renderingScheme ? /^\/([^/]+)\/[^/]+$/.exec(uri.path)?.[1] : undefined;
  }

  /** Highlights `ranges` wherever the document is shown, and nothing else in it. */
  mark(uri: vscode.Uri, ranges: readonly vscode.Range[]): void {
    this.#marks.set(uri.toString(), ranges);
    this.paint();
  }

  paint(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const { document } = editor;
      if (document.uri.scheme !== renderingScheme) continue;
      const marks = this.#marks.get(document.uri.toString());
      editor.setDecorations(this.#found, marks ?? this.#open.placesIn(document));
      if (marks !== undefined) void this.#open.keep(document, marks);
    }
  }

  /** To be called when the corpus has changed, and perhaps the open texts with it. */
  refresh(): void {
    this.#last = undefined;
    this.#marks.clear(); // what is painted moves with the text
    this.#changedAt = Math.max(Date.now(), this.#changedAt + 1);
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === renderingScheme);
    this.#change.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { byteLength } = await this.readFile(uri);
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime: 0, mtime: this.#changedAt, size: byteLength, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const id = this.documentIdOf(uri);
    const bytes = id === undefined ? undefined : await this.#bytesOf(id);
    if (bytes === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined); // `refresh` tells of every document
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#found.dispose();
    this.#change.dispose();
  }

  #bytesOf(id: string): Promise<Uint8Array | undefined> {
    if (this.#last?.id !== id) this.#last = { id, bytes: this.#ask(id) };
    return this.#last.bytes;
  }

  async #ask(documentId: string): Promise<Uint8Array | undefined> {
    try {
      const rendering = await this.#service.rendering({ documentId });
      return rendering && Buffer.concat([byteOrderMark, Buffer.from(rendering.text, 'utf8')]);
    } catch (error) {
      this.#last = undefined; // the next request may succeed
      throw error;
    }
  }
}

export function registerRenderings(renderings: Renderings, session: CorpusSession): vscode.Disposable {
  return vscode.Disposable.from(
    renderings,
    vscode.workspace.registerFileSystemProvider(renderingScheme, renderings, {
      isCaseSensitive: true,
      isReadonly: toMarkdown([{ lines: [[t('source.readOnly')]] }]),
    }),
    session.onDidChangeState(({ kind }) => {
      if ((kind === 'ready' || kind === 'empty') && session.report?.changed !== false) renderings.refresh();
    }),
    vscode.window.onDidChangeVisibleTextEditors(() => renderings.paint()),
    // In a rendering each paragraph is one line, which the editor wraps in a speech but not in plain text.
    vscode.workspace.onDidOpenTextDocument(document => {
      if (document.uri.scheme !== renderingScheme || document.languageId === languageId) return;
      void vscode.languages.setTextDocumentLanguage(document, languageId);
    }),
  );
}
