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
import { seriesHoverText } from './seriesHover.ts';

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
        const [found, series] = await Promise.all([
          orNothing(log, service.phraseAt(request)),
          orNothing(log, service.seriesAt(request)),
        ]);
        if (token.isCancellationRequested) return undefined;
        const ofSeries = series === undefined ? [] : seriesHoverText(series, found?.phrase ?? '');
        const blocks = [...(found === undefined ? [] : hoverBlocks(found, position)), ...ofSeries];
        const span = found?.span ?? series?.span;
        return blocks.length > 0 && span ? new vscode.Hover(toMarkdown(blocks), toRange(document, span)) : undefined;
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
