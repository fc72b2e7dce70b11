// The dependency rule of the house, as two tables. `npm run check:deps` also fails when fewer modules than expected were read.

/**
 * Layers of src/, by the files that belong to them, and what each may import of src/ beside itself. Paths are regular expressions
 * that begin below src/. The editor side (features, vscode, extension) asks and shows: it sees of the core what is plain to
 * compute with, never the index or the cleaning of imported text, and of the other processes their protocols and clients.
 */
const SEEN_BY_EDITOR = 'core/(?!index/|document/(clean|decode))';
const LAYERS = {
  manifest: { files: 'manifest\\.ts', mayImport: [] },
  core: { files: 'core/(?!index/build/)', mayImport: [], packages: ['opencc-js', 'fuse\\.js'] },
  'index building': { files: 'core/index/build/', mayImport: ['core/'], packages: [] },
  node: { files: 'node/', mayImport: ['core/'] },
  indexer: { files: 'indexer/', mayImport: ['core/', 'node/'] },
  worker: { files: 'worker/', mayImport: ['core/(?!index/build/)', 'node/'] },
  cli: { files: 'cli\\.ts', mayImport: ['core/', 'node/', 'indexer/'] },
  webview: { files: 'webview/', mayImport: ['core/'], packages: [] },
  vscode: { files: 'vscode/', mayImport: [SEEN_BY_EDITOR, 'manifest\\.ts', 'webview/.*(messages|protocol)\\.ts'] },
  features: {
    files: 'features/',
    mayImport: [
      SEEN_BY_EDITOR,
      'manifest\\.ts',
      'vscode/',
      'webview/.*(messages|protocol)\\.ts',
      'indexer/(protocol|supervisor)\\.ts',
      'worker/(protocol|client)\\.ts',
    ],
  },
  extension: {
    files: 'extension\\.ts',
    mayImport: [SEEN_BY_EDITOR, 'manifest\\.ts', 'vscode/', 'features/', 'indexer/protocol\\.ts'],
  },
};

/** Folders of src/core, lowest first: each may import those of the rows above its own, and no other of its row. */
const CORE = [
  ['collections', 'text', 'webAssembly'],
  ['document', 'parallel'],
  ['structure', 'numbering'],
  ['index', 'length', 'template'],
  ['lexicon', 'query', 'phrase', 'borrow'],
  ['complete', 'check', 'rephrase'],
  ['cards', 'models'],
  ['concordance', 'find', 'hover'],
  ['service'],
];

/** The same for the folders of src/core/index; what lies in that folder itself is above them. */
const INDEX = [['format'], ['reading', 'build']];

/** The same for the folders of src/node/formats, one a format. */
const FORMATS = [['common'], ['detect', 'doc', 'docx', 'html', 'odt', 'pdf', 'rtf']];

/** Layers that may import `vscode`. */
const EDITOR_SIDE = ['vscode', 'features', 'extension'].map(layer => LAYERS[layer].files);

const layerRules = Object.entries(LAYERS).flatMap(([name, { files, mayImport, packages }]) => [
  {
    name: `layer ${name}`,
    severity: 'error',
    from: { path: `^src/${files}` },
    to: { path: '^src/', pathNot: `^src/(${[files, ...mayImport].join('|')})` },
  },
  ...(packages === undefined
    ? []
    : [
        {
          name: `packages of ${name}`,
          comment: 'pure: no vscode, file system, threads or native module',
          severity: 'error',
          from: { path: `^src/${files}` },
          to: { pathNot: ['^src/', ...packages.map(one => `(^|/)node_modules/${one}/`)] },
        },
      ]),
]);

/** Rules that hold the folders of `root` to their rows. */
function rowRules(root, rows) {
  return rows.flatMap((row, rank) =>
    row.map(folder => ({
      name: `${root}${folder}`,
      severity: 'error',
      from: { path: `^src/${root}${folder}/` },
      to: { path: `^src/${root}`, pathNot: `^src/${root}(${[folder, ...rows.slice(0, rank).flat()].join('|')})/` },
    })),
  );
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    ...layerRules,
    ...rowRules('core/', CORE),
    ...rowRules('core/index/', INDEX),
    ...rowRules('node/formats/', FORMATS),
    {
      name: 'every folder has a layer',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(${Object.values(LAYERS)
          .map(layer => layer.files)
          .join('|')})`,
      },
      to: {},
    },
    {
      name: 'every folder of the core has a row',
      severity: 'error',
      from: { path: '^src/core/', pathNot: `^src/core/(${CORE.flat().join('|')})/` },
      to: {},
    },
    {
      name: 'vscode only at the edge',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${EDITOR_SIDE.join('|')})` },
      to: { path: '(^|/)vscode$|node_modules/@types/vscode' },
    },
    { name: 'src never imports tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
