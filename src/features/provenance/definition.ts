import * as vscode from 'vscode';
import { toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { phraseAt } from './phraseAt.ts';
import type { CorpusAccess } from './source.ts';

/** More references than this would make the peek view useless. */
const referenceLimit = 200;

/** F12 goes to the best source of the phrase at the caret, Shift+F12 lists all its occurrences in the corpus. */
export function registerDefinition(access: CorpusAccess): vscode.Disposable {
  const { service, sources, log } = access;
  return vscode.Disposable.from(
    registerForDrafts(selector =>
      vscode.languages.registerDefinitionProvider(selector, {
        async provideDefinition(document, position, token) {
          const found = await phraseAt(access, document, position);
          if (found === undefined || token.isCancellationRequested) return undefined;
          const [best] = await sources.locations(found.hits);
          if (best === undefined) return undefined;
          return [
            {
              originSelectionRange: toRange(document, found.span),
              targetUri: best.uri,
              targetRange: best.range,
              targetSelectionRange: best.range,
            },
          ];
        },
      }),
    ),
    registerForDrafts(selector =>
      vscode.languages.registerReferenceProvider(selector, {
        async provideReferences(document, position, _context, token) {
          const found = await phraseAt(access, document, position);
          if (found === undefined || token.isCancellationRequested) return undefined;
          const all = await orNothing(log, service.lookup({ phrase: found.phrase, limit: referenceLimit }));
          return all === undefined || token.isCancellationRequested ? undefined : sources.locations(all.hits);
        },
      }),
    ),
  );
}
