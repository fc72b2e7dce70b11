import * as vscode from 'vscode';
import type { SpeechService } from '../../core/service/speechService.ts';
import type { Log } from '../../vscode/log.ts';
import { registerSeriesActions } from './seriesActions.ts';
import { registerSeriesDecoration } from './seriesDecoration.ts';

/** What the editor shows of parallel series beside hover, list and hints. */
export function registerSeries(service: SpeechService, log: Log): vscode.Disposable {
  return vscode.Disposable.from(registerSeriesActions(service, log), registerSeriesDecoration(service, log));
}
