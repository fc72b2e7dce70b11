import * as vscode from 'vscode';
import { toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { phraseAt } from './phraseAt.ts';
import type { CorpusQueries } from './source.ts';

/**
 * Highlights all occurrences of the phrase at the caret in the draft. By default the editor highlights the «word» at the caret, which in
 * Chinese is a whole clause.
 */
export function registerHighlights(queries: CorpusQueries): vscode.Disposable {
  return registerForDrafts(selector =>
    vscode.languages.registerDocumentHighlightProvider(selector, {
      async provideDocumentHighlights(document, position, token) {
        const text = document.getText();
        const found = await phraseAt(queries, document, position);
        if (found === undefined || token.isCancellationRequested) return undefined;
        return occurrences(text, text.slice(found.span.start, found.span.end)).map(
          start => new vscode.DocumentHighlight(toRange(document, { start, end: start + found.phrase.length })),
        );
      },
    }),
  );
}

function occurrences(text: string, phrase: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) starts.push(at);
  return starts;
}
