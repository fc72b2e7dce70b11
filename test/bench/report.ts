import { megabytes, millionsPerSecond, milliseconds, pair, ratio, table } from './figures.ts';
import type { PeerResult, SizeResult } from './measure.ts';
import type { GroupFigures, PeerFigures, SearchFigures } from './peers/peer.ts';
import { bestOfRounds, quantilesOf } from './quantiles.ts';
import type { TypingFigures } from './serviceProcess.ts';

/** What was found at one size, as Markdown. */
export function sizeReport(result: SizeResult): string {
  const { corpus, peers } = result;
  const left = peers.filter(({ outcome }) => typeof outcome === 'string');
  return [
    `## ${corpus.name}: ${corpus.characters.toLocaleString('en')} characters, ${corpus.documents} documents`,
    'Building, opening, adding and memory. Characters a second by wall clock and by processor time of all threads.',
    buildTable(result),
    'Look-up, warm: p50 / p99 in milliseconds, of all calls in up to five rounds.',
    lookupTable(peers, warmCalls),
    'The same as multiples of ours: p50 / p99.',
    ratioTable(peers, warmCalls),
    'Look-up, warm, each phrase in its best round, so that what else the machine did falls away: p50 / p99 over the phrases.',
    lookupTable(peers, warmPhrases),
    'The same as multiples of ours: p50 / p99.',
    ratioTable(peers, warmPhrases),
    'First touch: the page cache has forgotten the files, and we what we have verified of them; each phrase once; p50 / p99 in milliseconds.',
    lookupTable(
      peers.filter(({ outcome }) => typeof outcome !== 'string' && outcome.search.firstTouch.length > 0),
      search => search.firstTouch.map(named),
    ),
    coldReadText(result.own.coldReadMs),
    agreementText(peers),
    ...left.map(({ peer, outcome }) => `Not measured: ${peer.name} – ${outcome as string}.`),
    'The service and the editor.',
    editorTable(result),
  ].join('\n\n');
}

function buildTable({ corpus, own, peers }: SizeResult): string {
  const rows = measured(peers).map(([name, { build, search }]) => [
    name,
    `${(build.wallMs / 1000).toFixed(1)} s`,
    millionsPerSecond(corpus.characters, build.wallMs),
    millionsPerSecond(corpus.characters, build.cpuMs),
    megabytes(build.peakRssBytes),
    build.diskBytes > 0 ? (build.diskBytes / corpus.characters).toFixed(2) : 'memory',
    milliseconds(search.openMs),
    search.addMs.length > 0 ? milliseconds(quantilesOf(search.addMs).p50) : '–',
    `${megabytes(search.rssBytes)} (+${megabytes(search.growthBytes)})`,
  ]);
  const head =
    'who,build,M chars/s,M chars/CPU s,peak memory,bytes/char,open ms,add 5,000 chars ms,memory asking'.split(/,(?!0)/);
  const { phaseMs, report } = own.indexing;
  const phases = Object.entries(phaseMs).map(([phase, ms]) => `${phase} ${(ms / 1000).toFixed(1)} s`);
  return [
    table(head, rows),
    '',
    `Our indexing child: ${phases.join(', ')}; ${report.segments} segments. Of adding a document, building its segment took ` +
      `${milliseconds(quantilesOf(own.addBuildMs).p50)} ms; the rest is starting the child and looking through all files.`,
  ].join('\n');
}

/** Times of one group of phrases. */
interface GroupTimes {
  readonly name: string;
  readonly times: readonly number[];
}

const named = ({ name, times }: GroupFigures): GroupTimes => ({ name, times });

function warmCalls({ warm }: SearchFigures): GroupTimes[] {
  return warm.map(named);
}

function warmPhrases({ warm }: SearchFigures): GroupTimes[] {
  return warm.map(({ name, times, counts }) => ({ name, times: bestOfRounds(times, counts.length) }));
}

function lookupTable(peers: readonly PeerResult[], groupsOf: (search: SearchFigures) => GroupTimes[]): string {
  const all = measured(peers);
  const names = groupsOf(all[0]![1].search).map(group => group.name);
  return table(
    ['who', ...names],
    all.map(([name, { search }]) => [name, ...groupsOf(search).map(({ times }) => pair(quantilesOf(times)))]),
  );
}

function ratioTable(peers: readonly PeerResult[], groupsOf: (search: SearchFigures) => GroupTimes[]): string {
  const [[, own], ...others] = measured(peers) as [[string, PeerFigures], ...Array<[string, PeerFigures]>];
  const base = groupsOf(own.search).map(({ name, times }) => ({ name, ...quantilesOf(times) }));
  return table(
    ['who', ...base.map(({ name }) => name)],
    others.map(([name, { search }]) => [
      name,
      ...groupsOf(search).map(({ times }, g) => {
        const { p50, p99 } = quantilesOf(times);
        return times.length > 0 ? `${ratio(p50, base[g]!.p50)} / ${ratio(p99, base[g]!.p99)}` : '–';
      }),
    ]),
  );
}

function agreementText(peers: readonly PeerResult[]): string {
  const texts = peers.flatMap(({ peer, agreement }) =>
    agreement === undefined
      ? []
      : [`${peer.name} on ${agreement.phrases} phrases (${agreement.occurrences} occurrences)`],
  );
  return `Hit counts equal to ours, asserted phrase by phrase: ${texts.join(', ')}.`;
}

/** From the disk, where nothing near was read before. */
const READS_OF_A_LOOK_UP = 50;

function coldReadText(times: readonly number[]): string {
  const { p50, p99, max } = quantilesOf(times);
  const figures = [p50, p99, max].map(milliseconds).join(' / ');
  const slowest = milliseconds(slowestInARow(times, READS_OF_A_LOOK_UP));
  return `One page at a random place of our files, in the same state: p50 / p99 / max ${figures} ms; the slowest ${READS_OF_A_LOOK_UP} in a row, as many as a look-up may need, ${slowest} ms together.`;
}

/** The greatest sum of `count` times that follow each other. */
function slowestInARow(times: readonly number[], count: number): number {
  let sum = 0;
  let most = 0;
  for (const [i, time] of times.entries()) {
    sum += time - (times[i - count] ?? 0);
    most = Math.max(most, sum);
  }
  return most;
}

function editorTable({ corpus, editor, suffixes }: SizeResult): string {
  const { service, host, emptyMemory } = editor;
  const grown = service.memory.restBytes - emptyMemory.restBytes;
  const grownAtPeak = service.memory.peakBytes - emptyMemory.peakBytes;
  return table(
    ['what', 'figure'],
    [
      [
        '`complete` in the process, at each key of drafts typed on from their middle, what is done between two keys left aside, p50 / p99 ms',
        pair(service.inProcess.typing.next),
      ],
      ['the same at the first key of a draft, p50 / max ms', firstKey(service.inProcess.typing)],
      ['the same with another draft at each request, p50 / p99 ms', pair(service.inProcess.complete)],
      [
        '`complete` over the worker, keys 50 ms after the last answer, p50 / p99 ms',
        pair(service.overWorker.typing.next),
      ],
      ['the same at the first key of a draft, p50 / max ms', firstKey(service.overWorker.typing)],
      [
        'the same with another draft at each request, 20 ms after the last answer, p50 / p99 ms',
        pair(service.overWorker.complete),
      ],
      ['`lookup` with 20 concordance lines in the process, p50 / p99 ms', pair(service.inProcess.lookup)],
      ['`lookup` with 20 concordance lines over the worker, p50 / p99 ms', pair(service.overWorker.lookup)],
      ['`phraseAt` over the worker, p50 / p99 ms', pair(service.overWorker.phraseAt)],
      ['`hover` over the worker, p50 / p99 ms', pair(service.overWorker.hover)],
      [
        'first 60 lines of a concordance, text and patterns, over the worker, p50 / p99 / max ms',
        `${pair(service.overWorker.firstLines)} / ${milliseconds(service.overWorker.firstLines.max)}`,
      ],
      [
        'memory of host and worker four seconds after the last request',
        `${megabytes(service.memory.restBytes)}, ${megabytes(grown)} more than over an empty index`,
      ],
      [
        'the most while requests came one upon the other',
        `${megabytes(service.memory.peakBytes)}, ${megabytes(grownAtPeak)} more than over an empty index`,
      ],
      [
        'while indexing this corpus: event loop of the host, p99 / max ms',
        `${milliseconds(host.eventLoop.p99)} / ${milliseconds(host.eventLoop.max)}`,
      ],
      [
        'while indexing, from the first commit on: completions one after the other',
        `${host.completionsPerSecond.toFixed(0)}/s, p50 / p99 ${pair(host.completionMs)} ms, max ${milliseconds(host.completionMs.max)} ms`,
      ],
      [
        `suffix array and write of a segment of ${(suffixes.characters / 1e6).toFixed(1)} M characters`,
        `${millionsPerSecond(suffixes.characters, suffixes.sortMs)} M chars/CPU s sorting, ` +
          `${millionsPerSecond(suffixes.characters, suffixes.sortMs + suffixes.writeMs)} M chars/s with writing`,
      ],
      ['building while asked for completions', `${millionsPerSecond(corpus.characters, host.indexingMs)} M chars/s`],
    ],
  );
}

function firstKey({ first: { p50, max } }: TypingFigures): string {
  return `${milliseconds(p50)} / ${milliseconds(max)}`;
}

function measured(peers: readonly PeerResult[]): Array<[string, PeerFigures]> {
  return peers.flatMap(({ peer, outcome }) => (typeof outcome === 'string' ? [] : [[peer.name, outcome]]));
}
