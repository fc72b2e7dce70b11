import * as vscode from 'vscode';
import type { KwicLine } from '../../core/document/provenance.ts';
import type { LookupResult, SpeechService } from '../../core/service/speechService.ts';
import { commands } from '../../manifest.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { escapeIcons, forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { cropContext, sourceLine } from './provenanceText.ts';
import type { Sources } from './source.ts';

const sourceLimit = 50;
const similarLimit = 3;
/** Units of context on each side of a match in the list. */
const contextWidth = 16;
/** Longer selections are looked up by their beginning: nobody means to find a whole page word by word. */
const longestPhrase = 200;

/** «查出处»: the sources of the selected text, or of the phrase at the caret. */
export function registerLookup(service: SpeechService, sources: Sources, log: Log): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(
    commands.lookupSelection,
    editor => void lookUp(service, sources, log, editor),
  );
}

async function lookUp(service: SpeechService, sources: Sources, log: Log, editor: vscode.TextEditor): Promise<void> {
  const phrase = await chosenPhrase(service, log, editor);
  if (phrase === undefined) void vscode.window.showInformationMessage(t('lookup.nothingSelected'));
  else await showSources(service, sources, log, phrase);
}

async function showSources(service: SpeechService, sources: Sources, log: Log, phrase: string): Promise<void> {
  const found = await orNothing(log, service.lookup({ phrase, limit: sourceLimit }));
  if (found === undefined) return;
  if (found.hits.length === 0) return showNoSource(service, sources, log, phrase);
  const chosen = await vscode.window.showQuickPick(found.hits.map(toPick), {
    title: title(found),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) await sources.open([chosen.hit.documentId, chosen.hit.start, chosen.hit.end]);
}

/** «语料中无出处» is an answer too; phrases like it are one press away. */
async function showNoSource(service: SpeechService, sources: Sources, log: Log, phrase: string): Promise<void> {
  const { phrases } = (await orNothing(log, service.similar({ phrase, limit: similarLimit }))) ?? { phrases: [] };
  const message = t(phrases.length > 0 ? 'lookup.noneSimilar' : 'lookup.none', forNotification(phrase));
  const chosen = await vscode.window.showInformationMessage(message, ...phrases);
  if (chosen !== undefined) await showSources(service, sources, log, chosen);
}

async function chosenPhrase(
  service: SpeechService,
  log: Log,
  { document, selection }: vscode.TextEditor,
): Promise<string | undefined> {
  const selected = document.getText(selection).trim();
  if (selected !== '') return selected.slice(0, longestPhrase);
  const request = { text: document.getText(), offset: document.offsetAt(selection.active), limit: 1 };
  return (await orNothing(log, service.phraseAt(request)))?.phrase;
}

function toPick(hit: KwicLine): vscode.QuickPickItem & { hit: KwicLine } {
  const { before, match, after } = cropContext(hit, contextWidth);
  const quoted = hit.attributedTo === undefined ? '' : `　${t('source.attributed', hit.attributedTo)}`;
  return {
    label: escapeIcons(`${before}【${match}】${after}`),
    detail: escapeIcons(sourceLine(hit) + quoted),
    hit,
  };
}

function title({ phrase, documents, occurrences }: LookupResult): string {
  return t('lookup.title', forNotification(phrase), documents, occurrences);
}
