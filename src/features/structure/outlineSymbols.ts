import * as vscode from 'vscode';
import type { Section } from '../../core/structure/section.ts';
import { renderingScheme, sourceLanguageId, supportedLanguages } from '../../manifest.ts';
import { toRange } from '../../vscode/convert.ts';
import { filesIn, isDraft } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { isInside } from '../corpus/corpusFolders.ts';
import type { CorpusQueries } from '../provenance/source.ts';

/**
 * Provides the sections of drafts and corpus documents to outline view, breadcrumbs, sticky scroll and folding.
 * @param corpusFolders the current folders of the corpus
 */
export function registerOutline(
  { service, log }: CorpusQueries,
  corpusFolders: () => readonly string[],
): vscode.Disposable {
  const sectionsOf = async (
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<readonly Section[]> => {
    if (!isSpeech(document, corpusFolders())) return [];
    const answer = await orNothing(log, service.outline({ text: document.getText(), raw: true }));
    return token.isCancellationRequested ? [] : (answer?.sections ?? []);
  };
  const selector = [{ scheme: renderingScheme }, ...filesIn([...supportedLanguages, sourceLanguageId])];
  return vscode.Disposable.from(
    vscode.languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: async (document, token) => toSymbols(document, await sectionsOf(document, token)),
    }),
    vscode.languages.registerFoldingRangeProvider(selector, {
      provideFoldingRanges: async (document, _context, token) =>
        toFoldingRanges(document, await sectionsOf(document, token)),
    }),
  );
}

/** Plain-text files outside the corpus are not speeches. */
function isSpeech(document: vscode.TextDocument, folders: readonly string[]): boolean {
  const { uri } = document;
  if (uri.scheme === renderingScheme || isDraft(document)) return true;
  return uri.scheme === 'file' && folders.some(folder => isInside(folder, uri.fsPath));
}

function toSymbols(document: vscode.TextDocument, sections: readonly Section[]): vscode.DocumentSymbol[] {
  return sections.map(section => {
    const range = toRange(document, section);
    const heading = new vscode.Range(range.start, document.lineAt(range.start).range.end);
    const selection = range.intersection(heading) ?? range;
    const symbol = new vscode.DocumentSymbol(
      section.title || '…',
      section.function ?? '',
      vscode.SymbolKind.String,
      range,
      selection,
    );
    symbol.children = toSymbols(document, section.children);
    return symbol;
  });
}

/** Sections of more than one line, up to their last line that is not blank. */
function toFoldingRanges(document: vscode.TextDocument, sections: readonly Section[]): vscode.FoldingRange[] {
  return sections.flatMap(section => {
    const { start, end } = toRange(document, section);
    let last = end.character === 0 ? end.line - 1 : end.line;
    while (last > start.line && document.lineAt(last).isEmptyOrWhitespace) last--;
    const own = last > start.line ? [new vscode.FoldingRange(start.line, last)] : [];
    return [...own, ...toFoldingRanges(document, section.children)];
  });
}
