import * as vscode from 'vscode';
import type { CorpusAccess } from '../provenance/source.ts';
import { registerSeriesActions } from './seriesActions.ts';
import { registerSeriesDecoration } from './seriesDecoration.ts';
import { registerSeriesLike } from './seriesLike.ts';

/** Everything the editor shows of parallel series besides hover, completion and hints. */
export function registerSeries(access: CorpusAccess): vscode.Disposable {
  return vscode.Disposable.from(
    registerSeriesActions(access),
    registerSeriesDecoration(access),
    registerSeriesLike(access),
  );
}
