import * as vscode from 'vscode';
import type { SpeechService } from '../../core/service/speechService.ts';
import { draftOf, toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { type Log, orNothing } from '../../vscode/log.ts';

/**
 * The phrase at the caret, wherever the draft has it. Without this the editor highlights the «word» at the caret, which in Chinese is a whole clause.
 */
export function registerHighlights(service: SpeechService, log: Log): vscode.Disposable {
  return registerForDrafts(selector =>
    vscode.languages.registerDocumentHighlightProvider(selector, {
      async provideDocumentHighlights(document, position, token) {
        const { text } = draftOf(document);
        const offset = document.offsetAt(position);
        const found = await orNothing(log, service.phraseAt({ text, offset, limit: 1 }));
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
