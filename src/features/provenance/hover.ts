import * as vscode from 'vscode';
import type { PhraseAtResult, SpeechService } from '../../core/service/speechService.ts';
import { commands } from '../../manifest.ts';
import { readSetting } from '../../vscode/config.ts';
import { toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { type Block, renderBlocks } from '../../vscode/markup.ts';
import { toMarkdown } from '../../vscode/md.ts';
import { t } from '../../vscode/messages.ts';
import { sourceBlocks } from './evidence.ts';

/** Sources shown; the hover shows some ten lines without scrolling. */
const sourceLimit = 5;
/** Larger hovers are slow to paint. */
const longestHover = 4096;

export function registerHover(service: SpeechService, log: Log): vscode.Disposable {
  return registerForDrafts(selector =>
    vscode.languages.registerHoverProvider(selector, {
      async provideHover(document, position, token) {
        if (!readSetting('jianggao.hover.enabled')) return undefined;
        const request = { text: document.getText(), offset: document.offsetAt(position), limit: sourceLimit };
        const found = await orNothing(log, service.phraseAt(request));
        if (found === undefined || token.isCancellationRequested) return undefined;
        return new vscode.Hover(toMarkdown(hoverBlocks(found, position)), toRange(document, found.span));
      },
    }),
  );
}

function hoverBlocks(found: PhraseAtResult, position: vscode.Position): Block[] {
  const blocks = sourceBlocks(found, {
    label: t('hover.more', found.occurrences),
    command: commands.showOccurrences,
    arguments: [position.line, position.character],
  });
  while (blocks.length > 2 && renderBlocks(blocks).length > longestHover) blocks.pop();
  return blocks;
}
