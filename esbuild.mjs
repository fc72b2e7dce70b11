// Bundles into dist/: the extension, its query worker, the indexing child with its building thread, the command line, the PDF reader of
// child and command line, and the pages of webviews. Copies the segmenter's dictionary and the character maps of PDF fonts.
//   node esbuild.mjs [--production] [--watch]
// --production minifies the bundles and writes the third-party notices; JIANGGAO_NATIVE=1 adds the nodejieba compiled on this machine.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { context } from 'esbuild';
import { pinyin } from 'pinyin-pro';
import { thirdPartyNotices } from './test/tools/thirdParty.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: production,
  sourcemap: production ? false : 'linked',
  charset: 'utf8',
  metafile: true,
  logLevel: 'warning',
  // pdf.js looks for drawing modules beside itself; it reads text without them.
  logOverride: { 'empty-import-meta': 'silent' },
};

/**
 * The PDF reader, which a bundle loads only when needed, is a bundle of its own beside it.
 * @type {import('esbuild').Plugin}
 */
const pdfjsBeside = {
  name: 'pdfjs-beside',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/pdfjs\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './pdfjs.cjs', external: true } : undefined,
    ),
};
/** Without `import()`, which a child that runs as Node does not have in every Electron; `require` works in all of them. */
const readsFiles = { ...common, plugins: [pdfjsBeside], supported: { 'dynamic-import': false } };

// `vscode` is external for the extension alone: a leak into the other bundles fails here.
const bundles = [
  { ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  { ...common, entryPoints: ['src/worker/worker.ts'], outfile: 'dist/worker.cjs' },
  { ...readsFiles, entryPoints: ['src/indexer/child.ts'], outfile: 'dist/indexer.cjs' },
  { ...common, entryPoints: ['src/indexer/builderThread.ts'], outfile: 'dist/builder.cjs' },
  { ...readsFiles, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.js' },
  { ...common, entryPoints: ['src/node/formats/pdf/pdfjs.ts'], outfile: 'dist/pdfjs.cjs' },
  {
    ...common,
    entryPoints: pageFiles('src/webview'),
    outbase: 'src/webview',
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
    target: 'chrome138', // of the oldest VS Code that `engines` allows
  },
];

mkdirSync('dist', { recursive: true });
// The sources are ES modules, the bundles are not.
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
copyDictionary('dist/dictionary');
writeIdioms('dist/dictionary');
copyCharacterMaps('dist/cmaps');
rmSync('dist/native', { recursive: true, force: true });
if (process.env.JIANGGAO_NATIVE === '1') copyNative('dist/native');

const contexts = await Promise.all(bundles.map(options => context(options)));
if (watch) {
  await Promise.all(contexts.map(each => each.watch()));
  console.log('watching …');
} else {
  const built = await Promise.all(contexts.map(each => each.rebuild()));
  if (production) writeNotices(built.map(({ metafile }) => metafile));
  await Promise.all(contexts.map(each => each.dispose()));
}

/** Script and style sheet of every page; each page has a folder of its own. */
function pageFiles(folder) {
  const pages = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return pages.flatMap(({ name }) => ['main.ts', 'style.css'].map(file => join(folder, name, file)));
}

/** jieba's main dictionary and the other files its native code requires; those we do not use are as small as it accepts. */
function copyDictionary(target) {
  mkdirSync(target, { recursive: true });
  const source = join(packageFolder('nodejieba'), 'submodules/cppjieba/dict');
  for (const name of ['jieba.dict.utf8', 'hmm_model.utf8']) copyFileSync(join(source, name), join(target, name));
  writeFileSync(join(target, 'empty.dict.utf8'), '');
  writeFileSync(join(target, 'idf.utf8'), '的 1.0\n');
  writeFileSync(join(target, 'stop_words.utf8'), '的\n');
}

/**
 * The idioms of jieba's dictionary with their readings, as `core/hover/sortedTable.ts` searches them: pinyin-pro and its tables
 * stay out of the query worker. The dictionary also calls pairs of everyday words idioms (不断加强, 扶贫开发), and compounds of words it knows
 * (集装箱运输); those are left out.
 */
function writeIdioms(target) {
  const lines = readFileSync(join(target, 'jieba.dict.utf8'), 'utf8').split('\n');
  const words = lines.map(line => line.split(' '));
  const frequencies = new Map(words.map(([word, frequency]) => [word, Number(frequency)]));
  const isPair = word =>
    [word.slice(0, 2), word.slice(2)].every(part => (frequencies.get(part) ?? 0) >= (/[一不]/.test(word) ? 1000 : 500));
  const isParted = word =>
    word === '' ||
    [2, 3, 4].some(
      size => isParted(word.slice(size)) && (frequencies.get(word.slice(0, size).padEnd(size)) ?? 0) >= 100,
    );
  const isCompound = word => !/[不之而一]/.test(word) && isParted(word);
  const idioms = words.flatMap(([word, , tag]) => (tag === 'i' && /^\p{Script=Han}{4,}$/u.test(word) ? [word] : []));
  const rows = idioms
    .filter(word => !(word.length > 4 ? isCompound(word) : isPair(word)))
    .map(word => `${word}\t\t\t${pinyin(word)}\n`);
  writeFileSync(join(target, 'idioms.tsv'), rows.sort().join(''));
}

/** Character maps of Chinese fonts, for PDF files that do not embed them: without these pdf.js finds no text in them. */
function copyCharacterMaps(target) {
  mkdirSync(target, { recursive: true });
  const source = join(packageFolder('pdfjs-dist'), 'cmaps');
  const chinese = /^(?:GB|UniGB|UniCNS|Adobe-(?:GB1|CNS1)-|B5|ETen|HKscs|CNS).*\.bcmap$|^LICENSE$/;
  for (const name of readdirSync(source)) if (chinese.test(name)) copyFileSync(join(source, name), join(target, name));
}

/** The native segmenter that npm compiled for this machine; packages for other machines do without. */
function copyNative(target) {
  mkdirSync(target, { recursive: true });
  copyFileSync(join(packageFolder('nodejieba'), 'build/Release/nodejieba.node'), join(target, 'nodejieba.node'));
}

function writeNotices(metafiles) {
  const copied = ['node_modules/nodejieba', 'node_modules/nodejieba/submodules/cppjieba', 'node_modules/pdfjs-dist'];
  writeFileSync('dist/THIRD-PARTY-NOTICES.txt', thirdPartyNotices(metafiles, copied));
}

function packageFolder(name) {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
