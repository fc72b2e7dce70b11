import * as vscode from 'vscode';
import type { SeriesAtResult } from '../../core/service/seriesAt.ts';
import type { Span } from '../../core/text/span.ts';
import { rephraseActionKind } from '../../manifest.ts';
import { draftAt, toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { shorten } from '../../vscode/shorten.ts';
import type { CorpusQueries } from '../provenance/source.ts';

const kind = vscode.CodeActionKind.Empty.append(rephraseActionKind).append('summary');
/** Longest list of items in the title of an action, in UTF-16 units. */
const longestTitle = 40;

/** A replacement of a stretch of the draft. */
interface Replacement extends Span {
  readonly title: string;
  readonly text: string;
}

/**
 * Expands a slogan into the items it counts, and back: «“三个不到位”» ↔ «看得不到位、想得不到位、做得不到位», taken from the draft itself or the corpus. Offered
 * only on request.
 */
export function registerSeriesActions({ service, log }: CorpusQueries): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { triggerKind }, token) {
      if (triggerKind !== vscode.CodeActionTriggerKind.Invoke) return undefined;
      const found = await orNothing(log, service.seriesAt(draftAt(document, range.start)));
      if (found === undefined || token.isCancellationRequested) return undefined;
      return replacements(found).map(({ title, text, start, end }) => {
        const action = new vscode.CodeAction(title, kind);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, toRange(document, { start, end }), text);
        return action;
      });
    },
  };
  return registerForDrafts(selector =>
    vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: [kind] }),
  );
}

function replacements({ span, slogan, members, sources, summary }: SeriesAtResult): Replacement[] {
  if (slogan !== undefined) {
    const own = members.length > 0 ? [members] : [];
    const texts = [...own, ...sources.map(source => source.members)].map(items =>
      items.map(item => item.text).join('、'),
    );
    return [...new Set(texts)].map(text => ({
      ...span,
      text,
      title: t('series.expand', slogan, shorten(text, longestTitle)),
    }));
  }
  if (summary === undefined) return [];
  const [name] = summary.markers;
  return [{ ...span, text: name!, title: t('series.collapse', name!, summary.provenance.title) }];
}
