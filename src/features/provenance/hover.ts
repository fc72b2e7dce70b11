import { homedir } from 'node:os';
import * as vscode from 'vscode';
import { commands, phraseActions } from '../../manifest.ts';
import { readSetting } from '../../vscode/config.ts';
import { draftAt, toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { linkedPosition } from '../../vscode/linkArguments.ts';
import { orNothing } from '../../vscode/log.ts';
import { toMarkdown } from '../../vscode/markdown.ts';
import { expandHome } from '../corpus/corpusFolders.ts';
import { hoverBlocks } from './hoverText.ts';
import { seriesHoverText } from './seriesHover.ts';
import type { CorpusQueries } from './source.ts';

/** A hover shows some ten lines without scrolling. */
const sourceLimit = 3;

/** Shows what the corpus knows about the phrase under the pointer, with actions for it. */
export function registerHover({ service, log }: CorpusQueries): vscode.Disposable {
  return vscode.Disposable.from(
    registerForDrafts(selector =>
      vscode.languages.registerHoverProvider(selector, {
        async provideHover(document, position, token) {
          if (!readSetting('jianggao.hover.enabled')) return undefined;
          const request = requestAt(document, position);
          const [found, series] = await Promise.all([
            orNothing(log, service.hover(request)),
            orNothing(log, service.seriesAt(request)),
          ]);
          if (token.isCancellationRequested) return undefined;
          const ofSeries = series === undefined ? [] : seriesHoverText(series, found?.phrase ?? '');
          const blocks = found === undefined ? ofSeries : hoverBlocks(found, position, ofSeries);
          const span = found?.span ?? series?.span;
          return blocks.length > 0 && span ? new vscode.Hover(toMarkdown(blocks), toRange(document, span)) : undefined;
        },
      }),
    ),
    // Selects the phrase and runs the command that works on a selection.
    vscode.commands.registerCommand(commands.atPhrase, async (action: unknown, line: unknown, character: unknown) => {
      const editor = vscode.window.activeTextEditor;
      const known = phraseActions.find(each => each === action);
      if (editor === undefined || known === undefined) return;
      const position = linkedPosition(editor.document, line, character);
      if (position === undefined) return;
      const found = await orNothing(log, service.hover(requestAt(editor.document, position)));
      if (found === undefined) return;
      const { start, end } = toRange(editor.document, found.span);
      editor.selection = new vscode.Selection(start, end);
      await vscode.commands.executeCommand(commands[known]);
    }),
  );
}

function requestAt(document: vscode.TextDocument, position: vscode.Position) {
  const dictionary = expandHome(readSetting('jianggao.dictionary.file'), homedir());
  return { ...draftAt(document, position), limit: sourceLimit, dictionary };
}
