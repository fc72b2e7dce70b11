import { ratioLines } from './savingsRatios.ts';
import { savingsRate, sum, type Tally } from './walk.ts';

/** What one engine did with the drafts of one kind. */
export interface KindResult {
  readonly engine: string;
  readonly kind: string;
  /** One a draft, in the order of the drafts. */
  readonly tallies: readonly Tally[];
  /** Milliseconds of every request. */
  readonly times: readonly number[];
}

export const ALL_KINDS = 'all';

/** The results of every engine over all kinds, after those of each kind. */
export function withOverall(results: readonly KindResult[]): KindResult[] {
  const engines = [...new Set(results.map(({ engine }) => engine))];
  return [
    ...results,
    ...engines.map(engine => {
      const own = results.filter(result => result.engine === engine);
      return {
        engine,
        kind: ALL_KINDS,
        tallies: own.flatMap(({ tallies }) => tallies),
        times: own.flatMap(({ times }) => times),
      };
    }),
  ];
}

/** One Markdown table a kind. */
export function completionTables(results: readonly KindResult[]): string[] {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  return kinds.flatMap(kind => {
    const rows = results.filter(result => result.kind === kind);
    const characters = sum(rows[0]?.tallies ?? []).characters;
    return [
      '',
      `### ${kind}: ${characters} characters`,
      '',
      '| engine | CSR % | shown % | hit@5 % | items right % | accepted length | p50 / p99 ms |',
      '|---|---|---|---|---|---|---|',
      ...rows.map(row),
      ...ratioLines(rows),
    ];
  });
}

function row({ engine, tallies, times }: KindResult): string {
  const tally = sum(tallies);
  const cells = [
    engine,
    percent(savingsRate(tally)),
    ratio(tally.shown, tally.asked),
    ratio(tally.hits, tally.shown),
    ratio(tally.rightItems, tally.items),
    tally.accepted === 0 ? '–' : (tally.acceptedUnits / tally.accepted).toFixed(1),
    times.length === 0 ? '–' : `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.99).toFixed(2)}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

export function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : percent(part / whole);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
