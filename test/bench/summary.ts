import { megabytes, millionsPerSecond, milliseconds, pair, table } from './figures.ts';
import type { SizeResult } from './measure.ts';
import { type Quantiles, quantilesOf } from './quantiles.ts';

/** Our own figures side by side at every size: what grows with the corpus and what does not. Markdown. */
export function summary(results: readonly SizeResult[]): string {
  const row = (what: string, figure: (result: SizeResult) => string): string[] => [what, ...results.map(figure)];
  const warm = (result: SizeResult): Quantiles[] => result.own.search.warm.map(({ times }) => quantilesOf(times));
  const groups = results[0]?.own.search.warm.map(({ name }) => name) ?? [];
  return table(
    [
      'jianggao',
      ...results.map(({ corpus }) => `${corpus.name} (${(corpus.characters / 1e6).toFixed(1)} M characters)`),
    ],
    [
      row('segments', ({ own }) => String(own.indexing.report.segments)),
      row('build, M chars/s by the clock', ({ corpus, own }) => millionsPerSecond(corpus.characters, own.build.wallMs)),
      row('build, M chars/CPU s', ({ corpus, own }) => millionsPerSecond(corpus.characters, own.build.cpuMs)),
      row('build on one core, M chars/s by the clock', ({ corpus, own }) =>
        own.onOneCore === undefined ? '–' : millionsPerSecond(corpus.characters, own.onOneCore.wallMs),
      ),
      [
        'build beyond the size to the left, M chars/CPU s',
        ...results.map((result, i) => {
          const smaller = results[i - 1];
          return smaller === undefined ? '–' : rateBeyond(smaller, result).toFixed(2);
        }),
      ],
      [
        'CPU s of it once, whatever the size (from it and the next size)',
        ...results.map((result, i) => {
          const larger = results[i + 1];
          return larger === undefined ? '–' : onceSeconds(result, larger).toFixed(1);
        }),
      ],
      row('peak memory of the builder', ({ own }) => megabytes(own.build.peakRssBytes)),
      row('bytes/char on disk', ({ corpus, own }) => (own.build.diskBytes / corpus.characters).toFixed(2)),
      row('open ms', ({ own }) => milliseconds(own.search.openMs)),
      row('add 5,000 chars: building ms', ({ own }) => milliseconds(quantilesOf(own.addBuildMs).p50)),
      ...groups.map((name, g) => row(`look-up, ${name}, p50 / p99 ms`, result => pair(warm(result)[g]!))),
      row('first touch, worst group p99 ms', ({ own }) =>
        milliseconds(Math.max(...own.search.firstTouch.map(({ times }) => quantilesOf(times).p99))),
      ),
      row('complete while typing, p50 / p99 ms', ({ editor }) => pair(editor.service.inProcess.typing.next)),
      row('complete, each time another draft, p50 / p99 ms', ({ editor }) => pair(editor.service.inProcess.complete)),
      row('memory added to the editor', ({ editor }) =>
        megabytes(editor.service.memory.restBytes - editor.emptyMemory.restBytes),
      ),
      row('memory added to the editor, at the peak', ({ editor }) =>
        megabytes(editor.service.memory.peakBytes - editor.emptyMemory.peakBytes),
      ),
    ],
  );
}

/** Millions of characters that a second of the processor adds to the smaller corpus: without what is done once, such as compiling. */
function rateBeyond(smaller: SizeResult, larger: SizeResult): number {
  const characters = larger.corpus.characters - smaller.corpus.characters;
  return characters / (larger.own.build.cpuMs - smaller.own.build.cpuMs) / 1000;
}

/** Seconds of the processor that building the smaller corpus takes beyond what it would at that rate. */
function onceSeconds(smaller: SizeResult, larger: SizeResult): number {
  return smaller.own.build.cpuMs / 1000 - smaller.corpus.characters / 1e6 / rateBeyond(smaller, larger);
}
