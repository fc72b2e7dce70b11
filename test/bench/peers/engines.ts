import type { Engine } from './engine.ts';
import { flexSearch } from './flexSearch.ts';
import { fts5 } from './fts5.ts';
import { jianggao } from './jianggao.ts';
import { miniSearch } from './miniSearch.ts';
import { ripgrep } from './ripgrep.ts';
import { scan } from './scan.ts';

export type EngineName = 'jianggao' | 'fts5' | 'miniSearch' | 'flexSearch' | 'ripgrep' | 'scan';

/** What the measuring process can run, by name. */
export const engines: Readonly<Record<EngineName, Engine>> = { jianggao, fts5, miniSearch, flexSearch, ripgrep, scan };
