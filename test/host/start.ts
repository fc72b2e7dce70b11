// npm start: builds the extension and opens it in an editor with a sample draft to write on.
//   npm start                            the corpus is the starter corpus that comes with the extension
//   npm start -- --corpus DIR [DIR…]     the corpus is what is in these folders
//   npm start -- --browser               in the browser even where a desktop VS Code is installed

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findDesktop } from './desktop.ts';
import { ensureEditor } from './install.ts';
import { repositoryRoot, sampleFolder, scratchFolder } from './paths.ts';
import { freePort, onceOrphaned } from './processes.ts';
import { writeSettings } from './profile.ts';
import { EditorServer } from './server.ts';
import { workbenchAddress } from './workbenchAddress.ts';

/** Tried first, so that what the browser remembers for the address is there again next time. */
const preferredPort = 8931;

const profile = path.join(scratchFolder, 'start-profile');
const extensionsFolder = path.join(scratchFolder, 'start-extensions');

const { values, positionals } = parseArgs({
  options: { corpus: { type: 'string', multiple: true }, browser: { type: 'boolean' } },
  allowPositionals: true,
});
const corpus = corpusFolders();

console.log('【准备】构建扩展……');
if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: repositoryRoot, stdio: 'inherit' }).status !== 0) {
  fail('扩展没有构建成功，请先改正上面的错误。');
}
writeSettings(profile, corpus.length > 0 ? { 'jianggao.corpus.folders': corpus } : {});
const workspace = mkdtempSync(path.join(tmpdir(), 'jianggao-sample-'));
cpSync(sampleFolder, workspace, { recursive: true });
const draft = path.join(workspace, readdirSync(sampleFolder).find(name => name.endsWith('.jg')) ?? '');
const place = `${draft}:${endOf(draft)}`;

console.log(
  `语料：${corpus.length > 0 ? corpus.join('、') : '随扩展附带的示例语料（用 npm start -- --corpus 文件夹 换成自己的讲话稿）'}`,
);
console.log(`讲稿：${draft}（示例的副本，退出后删除）`);

const desktop = values.browser ? undefined : findDesktop();
try {
  process.exitCode = desktop === undefined ? await startInBrowser() : await startOnDesktop(desktop);
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
process.exit();

async function startOnDesktop(executable: string): Promise<number> {
  console.log(`打开 ${executable}，关闭它的窗口或按 Ctrl+C 结束。`);
  const switches = [
    ...[
      `--extensionDevelopmentPath=${repositoryRoot}`,
      `--user-data-dir=${profile}`,
      `--extensions-dir=${extensionsFolder}`,
    ],
    ...['--new-window', '--wait', '--skip-welcome', '--disable-workspace-trust', '--disable-updates'],
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), // Electron refuses to run as root otherwise
  ];
  const shell = process.platform === 'win32'; // code.cmd
  const editor = spawn(executable, [workspace, '--goto', place, ...switches], { stdio: 'inherit', shell });
  const [code] = await Promise.race([once(editor, 'exit'), interruption()]);
  editor.kill();
  return Number(code ?? 0);
}

async function startInBrowser(): Promise<number> {
  ensureEditor();
  const server = new EditorServer(await freePort(preferredPort), {
    userData: profile,
    extensionsFolder,
    environment: {},
  });
  const interrupted = interruption();
  try {
    await Promise.race([server.listening(), interrupted]);
    const address = workbenchAddress({ port: server.port, extensions: [repositoryRoot], workspace, place });
    console.log(`\n请用浏览器打开：\n\n  ${address}\n\n按 Ctrl+C 结束。`);
    const [code] = await Promise.race([server.ended().then(code => [code]), interrupted]);
    if (code !== 0) console.error(server.log);
    return code ?? 0;
  } finally {
    await server.stop();
  }
}

/** Resolves with the exit code when the person, or the system, wants us to end. */
function interruption(): Promise<[number]> {
  return new Promise(resolve => {
    process.on('SIGINT', () => resolve([0]));
    for (const name of ['SIGTERM', 'SIGHUP'] as const) process.on(name, () => resolve([143]));
    onceOrphaned(() => resolve([143]));
  });
}

/** `LINE:COLUMN` behind the last character of a text, where writing goes on. */
function endOf(file: string): string {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

/** `--corpus A B` and `--corpus A --corpus B` are the same. */
function corpusFolders(): readonly string[] {
  if (values.corpus === undefined && positionals.length > 0) fail(`不认识的参数：${positionals.join(' ')}`);
  const folders = [...(values.corpus ?? []), ...positionals].map(folder =>
    path.resolve(process.env['INIT_CWD'] ?? '', folder),
  );
  for (const folder of folders) if (!existsSync(folder)) fail(`没有这个语料文件夹：${folder}`);
  return folders;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
