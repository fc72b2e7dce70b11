import * as vscode from 'vscode';
import type { SeriesLookupRequest } from '../../core/service/seriesLookup.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import { tools } from '../../manifest.ts';
import { onSettingChange, readSetting } from '../../vscode/config.ts';
import { phraseAnswer, sectionAnswer, seriesAnswer } from './toolAnswers.ts';

const defaultLimit = 5;
const mostSources = 20;

/** Queries that an assistant in the editor may call to cite the corpus; none are registered until the user enables them. */
export function registerAssistantTools(service: SpeechService): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const update = () => {
    registered?.dispose();
    registered = readSetting('jianggao.assistantTools.enabled') ? registerTools(service) : undefined;
  };
  update();
  return vscode.Disposable.from(
    onSettingChange(['jianggao.assistantTools.enabled'], update),
    new vscode.Disposable(() => registered?.dispose()),
  );
}

/** Inputs come from a language model; the service rejects those that do not have the declared shape. */
function registerTools(service: SpeechService): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.lm.registerTool<{ phrase: string; limit?: number }>(tools.findPhrase, {
      invoke: async ({ input: { phrase, limit } }) => {
        const found = await service.lookup({ phrase, limit: limitOf(limit) });
        const similar = found.occurrences > 0 ? [] : (await service.similar({ phrase })).phrases;
        return result(phraseAnswer(found, similar));
      },
    }),
    vscode.lm.registerTool<SeriesLookupRequest>(tools.findSeries, {
      invoke: async ({ input }) => {
        const { series } = await service.seriesLookup({ ...input, limit: limitOf(input.limit) });
        return result(seriesAnswer(series));
      },
    }),
    vscode.lm.registerTool<{ documentId: string; start?: number }>(tools.getSection, {
      invoke: async ({ input: { documentId, start = 0 } }) => {
        const rendering = await service.rendering({ documentId });
        if (rendering === undefined) return result({});
        const { sections } = await service.outline({ text: rendering.text });
        return result(sectionAnswer(rendering.title, rendering.text, sections, start));
      },
    }),
  );
}

function limitOf(limit: number | undefined): number {
  return Math.min(limit ?? defaultLimit, mostSources);
}

function result(answer: object): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
}
