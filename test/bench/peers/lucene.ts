import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BuildFigures, Peer, SearchFigures } from './peer.ts';

const JARS = '/usr/share/java';
const SOURCE = join(import.meta.dirname, 'LuceneBigrams.java');
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Lucene 8 in a warm Java virtual machine of its own; the program is compiled on the way. */
export const lucene: Peer = {
  name: 'Lucene 8 bigrams',
  method:
    'spans over every other character pair, one segment, warm JVM: exact count, first 1,000 places; the text is not in its index',
  missing() {
    if (spawnSync('javac', ['-version']).status !== 0) return 'a JDK is missing: apt-get install default-jdk-headless';
    return classPath().length > 0 ? undefined : 'Lucene is missing: apt-get install liblucene8-java';
  },
  async measure({ corpus, directory, groups, additions, groupBudgetMs }) {
    const classes = subfolder(directory, 'classes');
    run('javac', ['-d', classes, '-cp', classPath().join(delimiter), SOURCE]);
    const java = (...words: string[]): unknown =>
      JSON.parse(run('java', ['-cp', [classes, ...classPath()].join(delimiter), 'LuceneBigrams', ...words]));
    const index = subfolder(directory, 'index');
    const build = java('build', index, ...corpus.folders) as BuildFigures;
    const phrases = join(directory, 'phrases.txt');
    writeFileSync(phrases, groups.flatMap(group => group.phrases.map(phrase => `${group.name}\t${phrase}\n`)).join(''));
    const folder = subfolder(directory, 'additions');
    for (const [i, text] of additions.entries()) writeFileSync(join(folder, `${i}.txt`), text);
    const search = java('search', index, phrases, folder, String(groupBudgetMs)) as SearchFigures;
    return { build, search };
  },
};

function classPath(): string[] {
  return globSync(['lucene-core-8*.jar', 'lucene-analyzers-common-8*.jar'], { cwd: JARS }).map(name =>
    join(JARS, name),
  );
}

function subfolder(directory: string, name: string): string {
  const path = join(directory, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function run(command: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: MAX_OUTPUT });
  if (status !== 0) throw error ?? new Error(`${command}: ${stderr}`);
  return stdout;
}
