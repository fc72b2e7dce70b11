import * as vscode from 'vscode';
import type { Provenance } from '../core/document/provenance.ts';
import type { SourcePlace, SpeechService } from '../core/service/speechService.ts';
import { commands } from '../manifest.ts';
import { toEditorEncoding, toSourceRange } from '../vscode/convert.ts';
import { describeError, type Log, orNothing } from '../vscode/log.ts';
import { forNotification } from '../vscode/markup.ts';
import { t } from '../vscode/messages.ts';

/** What names a place of the corpus in a link: the id is opaque and looked up by the service; a path would be forgeable. */
export type SourceArguments = readonly [documentId: string, start: number, end: number];

export function registerSource(service: SpeechService, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.openSource, async (...args: unknown[]) => {
      if (isSourceArguments(args)) await openSource(service, log, args);
    }),
    vscode.commands.registerCommand(commands.showOccurrences, async (...args: unknown[]) => {
      const editor = vscode.window.activeTextEditor;
      const [line, character] = args;
      if (editor === undefined || !isIndex(line) || !isIndex(character)) return;
      const position = editor.document.validatePosition(new vscode.Position(line, character));
      await vscode.commands.executeCommand('editor.action.findReferences', editor.document.uri, position);
    }),
  );
}

/** Shows the very characters in the user's own file. */
export async function openSource(
  service: SpeechService,
  log: Log,
  [documentId, start, end]: SourceArguments,
): Promise<void> {
  const place = await orNothing(log, service.locate({ documentId, start, end }));
  if (place === undefined) {
    void vscode.window.showWarningMessage(t('source.gone'));
    return;
  }
  try {
    const document = await openPlace(place);
    await vscode.window.showTextDocument(document, { selection: toSourceRange(place), preview: true });
  } catch (error) {
    log.warn(describeError(error));
    void vscode.window.showWarningMessage(t('source.unreadable', forNotification(place.path, 120)));
  }
}

/**
 * Locations of `hits`, in their order and without those that are gone. The peek view reads a file in the editor's default
 * encoding unless it is open already, so files in other encodings are opened first.
 */
export async function toLocations(
  service: SpeechService,
  log: Log,
  hits: readonly Provenance[],
): Promise<vscode.Location[]> {
  const places = await Promise.all(hits.map(hit => orNothing(log, service.locate(hit))));
  const found = places.filter(place => place !== undefined);
  const foreign = new Map(found.filter(place => place.encoding !== 'utf-8').map(place => [place.path, place]));
  await Promise.all([...foreign.values()].map(place => orNothing(log, openPlace(place))));
  return found.map(place => new vscode.Location(vscode.Uri.file(place.path), toSourceRange(place)));
}

async function openPlace(place: SourcePlace): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.file(place.path);
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
  // A document with unsaved changes cannot be opened again in another encoding; the user has chosen one.
  if (open?.isDirty) return open;
  return vscode.workspace.openTextDocument(uri, { encoding: toEditorEncoding(place.encoding) });
}

/** Links can be forged: nothing but an id and two offsets is taken from them. */
export function isSourceArguments(args: readonly unknown[]): args is SourceArguments {
  const [id, start, end] = args;
  return (
    args.length === 3 && typeof id === 'string' && id.length < 256 && isIndex(start) && isIndex(end) && start < end
  );
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
