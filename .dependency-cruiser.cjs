// The dependency rule of the house. `npm run check:deps` also fails when fewer modules than expected were read.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'core-is-pure',
      comment: 'core imports only core and pure libraries: no vscode, fs, threads, native module',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: '^src/core/|(^|/)node_modules/(opencc-js|fuse\\.js)/' },
    },
    {
      name: 'vscode-only-at-the-edge',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(features/|vscode/|extension\\.ts)' },
      to: { path: '(^|/)vscode$|node_modules/@types/vscode' },
    },
    {
      name: 'layers',
      comment: 'node, worker, indexer and cli never import the editor side',
      severity: 'error',
      from: { path: '^src/(core|node|worker|indexer|cli)' },
      to: { path: '^src/(features|vscode|extension\\.ts)' },
    },
    {
      name: 'parsers-stay-out-of-the-host',
      comment:
        'the extension bundle asks, never computes: importers, segmenter and index building stay in worker and child',
      severity: 'error',
      from: { path: '^src/(features/|vscode/|extension\\.ts)' },
      to: {
        path: '^src/(node/|indexer/(?!(protocol|supervisor)\\.ts)|worker/(?!(protocol|client)\\.ts)|core/(document/(clean|repair|decode)|index/))',
      },
    },
    {
      name: 'reading-never-builds',
      comment: 'what builds a segment knows the format, and who reads one knows the format; neither knows the other',
      severity: 'error',
      from: { path: '^src/(core|worker)/', pathNot: '^src/core/index/build/' },
      to: { path: '^src/core/index/build/' },
    },
    {
      name: 'pages-run-in-a-browser',
      comment: 'the pages of webviews know plain data only; what the host takes from them are the shapes of messages',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { pathNot: '^src/(webview|core)/' },
    },
    {
      name: 'host-knows-messages-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/webview/' },
      to: { path: '^src/webview/', pathNot: '/(messages|protocol)\\.ts$' },
    },
    { name: 'src-never-imports-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
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
