import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory, writeFiles } from '../support.ts';
import { seed, soak, speeches } from './faultSupport.ts';

const packed = join(import.meta.dirname, '../../../../shared/data/bulk');
const SPEECHES = 150;

/** How much is done to a corpus. */
export interface Workload {
  readonly source: string;
  readonly what: string;
  readonly changes: number;
  readonly kills: number;
  readonly stretches: number;
}

/**
 * In a soak thousands of real documents: those of the folder JIANGGAO_BULK, or the packed ones beside the checkout.
 * Otherwise, and where there are none, made-up speeches and a small part of the work.
 */
export function workload(): Workload {
  const bulk = soak > 1 ? (process.env['JIANGGAO_BULK'] ?? unpacked()) : undefined;
  if (bulk !== undefined) return { source: bulk, what: bulk, changes: 200, kills: 50, stretches: 2000 };
  const source = temporaryDirectory();
  writeFiles(source, speeches(SPEECHES, seed, 12));
  return { source, what: `${SPEECHES} made-up speeches`, changes: 12, kills: 4, stretches: 200 };
}

function unpacked(): string | undefined {
  if (!existsSync(join(packed, 'explode.mjs'))) return undefined;
  const directory = temporaryDirectory();
  const words = [join(packed, 'explode.mjs'), join(packed, 'gov.jsonl.br'), directory];
  return spawnSync(process.execPath, words).status === 0 ? directory : undefined;
}
