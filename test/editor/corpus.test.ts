import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { extensionApi, fixtureCorpus, withSetting } from './extension.ts';
import { until } from './support.ts';

describe('corpus', () => {
  before(fixtureCorpus);

  const pathOf = async (phrase: string) => (await extensionApi().service.lookup({ phrase })).hits[0]?.path;
  const isKnown = async (phrase: string) => (await extensionApi().service.lookup({ phrase })).occurrences > 0;

  it('is ready after an activation that costs little', () => {
    const { activationMilliseconds } = extensionApi();
    assert.ok(activationMilliseconds < 50, `${activationMilliseconds} ms`);
  });

  it('moves to other folders with the setting, follows their files, and comes back', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jianggao-corpus-'));
    writeFileSync(
      path.join(folder, '一.txt'),
      '在茶山采摘会上的讲话\n\n同志们：\n春茶一刻也等不得，手脚要快，心思要细。\n',
    );
    const restore = await withSetting('jianggao.corpus.folders', [folder]);
    try {
      await until(() => isKnown('春茶一刻也等不得'), 'the other corpus');
      assert.equal(await isKnown('功夫下在河里'), false);
      writeFileSync(path.join(folder, '二.txt'), '在茶山总结会上的讲话\n\n同志们：\n满山的绿就是满仓的粮。\n');
      await until(() => isKnown('满山的绿就是满仓的粮'), 'the added file');
      writeFileSync(path.join(folder, '二.txt'), '在茶山总结会上的讲话\n\n同志们：\n山上的绿也是仓里的粮。\n');
      await until(() => isKnown('山上的绿也是仓里的粮'), 'the changed file');
      assert.equal(await isKnown('满山的绿就是满仓的粮'), false);
      renameSync(path.join(folder, '二.txt'), path.join(folder, '三.txt'));
      await until(async () => (await pathOf('山上的绿也是仓里的粮'))?.endsWith('三.txt'), 'the new name');
      rmSync(path.join(folder, '一.txt'));
      await until(async () => !(await isKnown('春茶一刻也等不得')), 'the deleted file to go');
    } finally {
      await restore();
      rmSync(folder, { recursive: true });
    }
    await until(() => isKnown('功夫下在河里'), 'the first corpus');
  });

  it('is cleared and rebuilt by command', async () => {
    await vscode.commands.executeCommand('jianggao.clearIndex');
    assert.equal(await isKnown('功夫下在河里'), false);
    await vscode.commands.executeCommand('jianggao.reindex');
    assert.ok(await isKnown('功夫下在河里'));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('takes no folder from a workspace, so that there is nothing to ask about one', async () => {
    const workspace = vscode.workspace.workspaceFolders![0]!.uri;
    const file = vscode.Uri.joinPath(workspace, '.vscode/settings.json');
    const content = {
      'jianggao.corpus.folders': ['/etc'],
      'jianggao.corpus.starter': 'never',
      'jianggao.enabled': true,
    };
    await vscode.workspace.fs.writeFile(file, Buffer.from(JSON.stringify(content)));
    const read = (name: string) => vscode.workspace.getConfiguration().inspect(name);
    try {
      await until(() => read('jianggao.enabled')?.workspaceValue === true, 'the settings of the workspace');
      assert.equal(read('jianggao.corpus.folders')?.workspaceValue, undefined);
      assert.equal(read('jianggao.corpus.starter')?.workspaceValue, undefined);
      const folders = vscode.workspace.getConfiguration().get<string[]>('jianggao.corpus.folders');
      assert.deepEqual(folders, read('jianggao.corpus.folders')?.globalValue);
      await extensionApi().reindex();
      assert.ok(await isKnown('功夫下在河里'));
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspace, '.vscode'), { recursive: true });
    }
    await until(() => read('jianggao.enabled')?.workspaceValue === undefined, 'the settings to go');
  });

  it('reports what it has read', async () => {
    const report = await extensionApi().reindex();
    assert.equal(report.changed, false);
    assert.equal(report.documents, (await extensionApi().service.stats()).documents);
  });
});
