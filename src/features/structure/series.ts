import * as vscode from 'vscode';
import type { ModelContext } from './seeOthers.ts';
import { registerSeriesActions } from './seriesActions.ts';
import { registerSeriesDecoration } from './seriesDecoration.ts';
import { registerSeriesLike } from './seriesLike.ts';

/** What the editor shows of parallel series beside hover, list and hints. */
export function registerSeries(context: ModelContext): vscode.Disposable {
  const { service, log } = context;
  return vscode.Disposable.from(
    registerSeriesActions(service, log),
    registerSeriesDecoration(service, log),
    registerSeriesLike(context),
  );
}
