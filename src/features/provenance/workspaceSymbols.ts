import * as vscode from 'vscode';
import type { FindKind, Found } from '../../core/find/found.ts';
import { isHan } from '../../core/text/charClass.ts';
import { orNothing } from '../../vscode/log.ts';
import type { CorpusAccess } from './source.ts';

const mostSymbols = 60;

const symbolKinds: Readonly<Record<FindKind, vscode.SymbolKind>> = {
  phrase: vscode.SymbolKind.String,
  card: vscode.SymbolKind.Constant,
  document: vscode.SymbolKind.File,
  section: vscode.SymbolKind.Namespace,
  text: vscode.SymbolKind.String,
};

interface CorpusSymbol extends vscode.SymbolInformation {
  readonly found: Found;
}

/**
 * «Go to symbol in workspace» for phrases, titles and sections of the corpus. Answers only Chinese queries: the editor sends it every
 * query, whatever the user is working on.
 */
export function registerWorkspaceSymbols({ service, sources, log }: CorpusAccess): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider({
    async provideWorkspaceSymbols(query, token) {
      if (![...query].some(isHan)) return [];
      const answer = await orNothing(log, service.find({ query, limit: mostSymbols }));
      if (answer === undefined || token.isCancellationRequested) return [];
      return answer.found.map(toSymbol);
    },
    /** Finding the place of a symbol requires reading its file, so it is done when one is chosen. */
    async resolveWorkspaceSymbol(symbol: CorpusSymbol) {
      const [location] = await sources.locations([symbol.found.provenance]);
      return location === undefined ? undefined : Object.assign(symbol, { location });
    },
  });
}

function toSymbol(found: Found): CorpusSymbol {
  const { text, kind, provenance } = found;
  const location = new vscode.Location(vscode.Uri.file(provenance.path), undefined as unknown as vscode.Range);
  const symbol = new vscode.SymbolInformation(text, symbolKinds[kind], provenance.title, location);
  return Object.assign(symbol, { found });
}
