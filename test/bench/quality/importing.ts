import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from './documents.ts';
import { editDistance } from './editDistance.ts';
import { readManifest } from './sources.ts';
import { percent } from './tallies.ts';

/** One file, beside what its manifest says of it. */
export interface ImportRow {
  readonly path: string;
  /** Chinese characters more (or fewer) than the manifest counts, as a share; absent where it counts none. */
  readonly hanDeviation?: number;
  /** Character error rate against the hand-checked text, and paragraphs more than it has; absent where there is none. */
  readonly errorRate?: number;
  readonly extraParagraphs?: number;
  /** Characters no clean text has: replacement characters, controls, what has no width. */
  readonly broken: number;
  readonly title: Field;
  readonly date: Field;
}

interface Field {
  readonly verdict: FieldVerdict;
  readonly found: string | undefined;
  readonly expected: string;
}

/** `unasked`: the manifest does not say. */
type FieldVerdict = 'right' | 'wrong' | 'missing' | 'unasked';

const BROKEN = /[\p{Cc}\p{Co}\p{Cf}\ufffd]/gu;
/** Beyond this share of errors a text is another one, and their number is not looked for. */
const MAX_ERROR_RATE = 0.1;
const MAX_LISTED = 10;

/**
 * Reads every file the manifest of `folder` names.
 * @param originals folder of hand-checked clean texts: `PATH.txt` for the file PATH, where there is one
 */
export async function measureImport(
  folder: string,
  originals: string | undefined,
  cMapDirectory: string,
): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  for (const [path, fields] of readManifest(join(folder, 'MANIFEST.tsv'))) {
    const read = await readDocument(join(folder, path), cMapDirectory);
    const text = read?.clean.text ?? '';
    const han = Number(fields['han_chars'] ?? 0);
    const original = originals === undefined ? undefined : join(originals, `${path}.txt`);
    rows.push({
      path,
      ...(han > 0 && { hanDeviation: hanCount(text) / han - 1 }),
      ...(original !== undefined && existsSync(original) && compared(text, readFileSync(original, 'utf8'))),
      broken: text.replaceAll(/[\n\t]/gu, '').match(BROKEN)?.length ?? 0,
      title: titleField(read?.metadata.title, fields['title'] ?? ''),
      date: field(read?.metadata.date, fields['date'] ?? ''),
    });
  }
  return rows;
}

export function importLines(rows: readonly ImportRow[]): string[] {
  const deviations = rows.flatMap(row => (row.hanDeviation === undefined ? [] : [{ ...row, by: row.hanDeviation }]));
  const far = deviations.filter(({ by }) => Math.abs(by) > 0.02).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const compared = rows.flatMap(({ errorRate }) => errorRate ?? []);
  const broken = rows.filter(row => row.broken > 0);
  return [
    `${rows.length} files; ${far.length} of ${deviations.length} differ by more than 2 % from the manifest's Chinese characters`,
    ...far.slice(0, MAX_LISTED).map(({ path, by }) => `- ${path}: ${by > 0 ? '+' : ''}${percent(by)} %`),
    compared.length === 0
      ? 'character error rate: no hand-checked texts given (--originals)'
      : `character error rate over ${compared.length} hand-checked texts: ${(mean(compared) * 100).toFixed(2)} % on average, ` +
        `${(Math.max(...compared) * 100).toFixed(2)} % at most; paragraphs the same in ${rows.filter(row => row.extraParagraphs === 0).length}`,
    `broken characters in ${broken.length} files${broken.length === 0 ? '' : `: ${broken.map(({ path }) => path).join(', ')}`}`,
    ...(['title', 'date'] as const).flatMap(field => {
      const those = (wanted: FieldVerdict): ImportRow[] => rows.filter(row => row[field].verdict === wanted);
      return [
        `${field}: ${those('right').length} right, ${those('wrong').length} wrong, ${those('missing').length} missing`,
        ...those('wrong')
          .slice(0, MAX_LISTED)
          .map(row => `- ${row.path}: ${row[field].found}, not ${row[field].expected}`),
      ];
    }),
  ];
}

function compared(text: string, original: string): { errorRate: number; extraParagraphs: number } {
  const limit = Math.ceil(original.length * MAX_ERROR_RATE);
  return {
    errorRate: editDistance(text.trim(), original.trim(), limit) / original.trim().length,
    extraParagraphs: text.trim().split('\n').length - original.trim().split('\n').length,
  };
}

/** A title may leave out the occasion in brackets that the manifest adds, and blanks. */
function titleField(found: string | undefined, expected: string): Field {
  const bare = (title: string): string => title.replaceAll(/\s|（[^）]*）$/gu, '');
  return field(found === undefined ? undefined : bare(found), bare(expected));
}

function field(found: string | undefined, expected: string): Field {
  if (expected === '') return { verdict: 'unasked', found, expected };
  if (found === undefined) return { verdict: 'missing', found, expected };
  return { verdict: found === expected ? 'right' : 'wrong', found, expected };
}

function hanCount(text: string): number {
  return text.match(/[\u4e00-\u9fff]/gu)?.length ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
