import * as vscode from 'vscode';
import type { KwicLine } from '../../core/document/provenance.ts';
import type { LookupResult } from '../../core/service/speechService.ts';
import { commands } from '../../manifest.ts';
import { orNothing } from '../../vscode/log.ts';
import { escapeIcons, forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { phraseAt } from './phraseAt.ts';
import { cropContext, sourceLine } from './provenanceText.ts';
import type { CorpusAccess, CorpusQueries } from './source.ts';

const sourceLimit = 50;
const similarLimit = 3;
/** Context on each side of a match in the list, in UTF-16 units. */
const contextWidth = 16;
/** Longer selections are looked up by their beginning: nobody wants to find a whole page word for word. */
const longestPhrase = 200;

/** «查出处»: the sources of the selected text, or of the phrase at the caret. */
export function registerLookup(access: CorpusAccess): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(commands.lookupSelection, editor => void lookUp(access, editor));
}

async function lookUp(access: CorpusAccess, editor: vscode.TextEditor): Promise<void> {
  const phrase = await chosenPhrase(access, editor);
  if (phrase === undefined) void vscode.window.showInformationMessage(t('lookup.nothingSelected'));
  else await showSources(access, phrase);
}

async function showSources(access: CorpusAccess, phrase: string): Promise<void> {
  const { service, sources, log } = access;
  const found = await orNothing(log, service.lookup({ phrase, limit: sourceLimit }));
  if (found === undefined) return;
  if (found.hits.length === 0) return showNoSource(access, phrase);
  const chosen = await vscode.window.showQuickPick(found.hits.map(toPick), {
    title: title(found),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) await sources.open([chosen.hit.documentId, chosen.hit.start, chosen.hit.end]);
}

/** «语料中无出处» is an answer too; similar phrases are one key away. */
async function showNoSource(access: CorpusAccess, phrase: string): Promise<void> {
  const { service, log } = access;
  const { phrases } = (await orNothing(log, service.similar({ phrase, limit: similarLimit }))) ?? { phrases: [] };
  const message = t(phrases.length > 0 ? 'lookup.noneSimilar' : 'lookup.none', forNotification(phrase));
  const chosen = await vscode.window.showInformationMessage(message, ...phrases);
  if (chosen !== undefined) await showSources(access, chosen);
}

/** The selected text, or else the phrase at the caret. */
async function chosenPhrase(
  queries: CorpusQueries,
  { document, selection }: vscode.TextEditor,
): Promise<string | undefined> {
  const selected = document.getText(selection).trim();
  if (selected !== '') return selected.slice(0, longestPhrase);
  return (await phraseAt(queries, document, selection.active))?.phrase;
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
