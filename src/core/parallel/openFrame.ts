import type { OpenSeries } from './parallelSeries.ts';

export function openFrameAt(_text: string, _caret: number): OpenSeries | undefined {
  return undefined;
}
