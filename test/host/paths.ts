// Where everything of the test host lives. All that it installs or writes stays below .vscode-test/ (ignored by git).

import path from 'node:path';

export const repositoryRoot = path.resolve(import.meta.dirname, '../..');
export const scratchFolder = path.join(repositoryRoot, '.vscode-test');

/** The executable that stands in for a desktop VS Code. */
export const standIn = path.join(import.meta.dirname, 'main.ts');
/** The same in a network namespace of its own, where only the loopback address answers. */
export const offlineStandIn = path.join(import.meta.dirname, 'offline.sh');
/** An extension without anything: what is «under development» where the extension under test is an installed one. */
export const installedHost = path.join(import.meta.dirname, 'installed');

/** code-server's package.json and lock file, pinned in the repository … */
export const hostManifest = path.join(import.meta.dirname, 'bundled');
/** … and the place it is installed to, once. */
export const hostFolder = path.join(scratchFolder, 'host');
export const editorFolder = path.join(hostFolder, 'node_modules/code-server/lib/vscode');
export const serverEntry = path.join(editorFolder, 'out/server-main.js');

export const editorTestsSource = path.join(repositoryRoot, 'test/editor');
/** The editor tests as bundled for the extension host, which cannot strip types in every version. */
export const editorTestsFolder = path.join(scratchFolder, 'editor-tests');
export const screenshotsFolder = path.join(scratchFolder, 'screenshots');
export const resultsFolder = path.join(scratchFolder, 'results');

/** The workspace that `npm start` opens a copy of. */
export const sampleFolder = path.join(repositoryRoot, 'snippets/sample');
export const fixturesCorpus = path.join(repositoryRoot, 'test/fixtures/corpus');
/** Real speeches beside the repository; present only in the project's own workplace. */
export const seedsCorpus = path.resolve(repositoryRoot, '../shared/seeds');
