import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { type CorpusFolder, enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus } from './extension.ts';
import { closeDrafts, until } from './support.ts';

const header = (title: string, speaker: string, date: string) =>
  `---\ntitle: ${title}\nspeaker: ${speaker}\ndate: ${date}\n---\n`;

describe('语料', () => {
  let corpus: CorpusFolder | undefined;
  before(fixtureCorpus);
  afterEach(async () => {
    await closeDrafts();
    await corpus?.leave();
    corpus = undefined;
  });

  const enter = async (): Promise<CorpusFolder> => {
    corpus = await enterCorpus({
      '2023/茶.txt': `${header('在采茶会上的讲话', '林小满', '2023-04-01')}同志们：\n春茶一刻也等不得，手脚要快。\n`,
      '2024/渠.txt': `${header('在开渠会上的讲话', '许长河', '2024-03-01')}同志们：\n渠水流到哪里，笑声就到哪里。\n`,
      '2024/怪 $(bug).txt': `${header('![x](https://beacon.invalid/t.png) $(bug) <b>', '许长河', '2024-05-01')}同志们：\n照原样读出来就好。\n`,
    });
    await untilKnown('春茶一刻也等不得');
    return corpus;
  };
  const documentOf = async (title: string) => {
    const { service } = extensionApi();
    const { groups } = await service.documents({ groupBy: 'folder' });
    for (const { key } of groups) {
      const found = (await service.documents({ groupBy: 'folder', group: key })).documents;
      const document = found.find(each => each.title === title);
      if (document !== undefined) return { kind: 'document', ...document };
    }
    return undefined;
  };

  it('keeps what is put right through a new name and a rebuilt index', async () => {
    const { folder } = await enter();
    const tea = (await documentOf('在采茶会上的讲话'))!;
    await extensionApi().service.describe({ documentId: tea.documentId, changes: { speaker: '许长河', date: '2022' } });
    renameSync(path.join(folder, '2023/茶.txt'), path.join(folder, '2023/春茶.txt'));
    await extensionApi().reindex();
    const renamed = await until(() => documentOf('在采茶会上的讲话'), 'the document');
    assert.deepEqual([renamed.metadata.speaker, renamed.metadata.date], ['许长河', '2022']);
    await vscode.commands.executeCommand('jianggao.reindexDocument', renamed);
    const again = await until(() => documentOf('在采茶会上的讲话'), 'the document');
    assert.equal(again.metadata.speaker, '许长河');
    await extensionApi().service.describe({ documentId: tea.documentId, changes: { speaker: null, date: null } });
  });

  it('leaves a document out and takes it in again', async () => {
    await enter();
    const isKnown = async () => (await extensionApi().service.lookup({ phrase: '渠水流到哪里' })).occurrences > 0;
    await vscode.commands.executeCommand('jianggao.excludeDocument', await documentOf('在开渠会上的讲话'));
    await until(async () => !(await isKnown()), 'the document to be left out');
    const excluded = (await documentOf('在开渠会上的讲话'))!;
    assert.equal(excluded.isExcluded, true);
    await vscode.commands.executeCommand('jianggao.includeDocument', excluded);
    await until(isKnown, 'the document to be back');
  });

  it('writes what is known beside the file on request, and reads what is changed there', async () => {
    const { folder } = await enter();
    const canal = (await documentOf('在开渠会上的讲话'))!;
    await extensionApi().service.describe({ documentId: canal.documentId, changes: { role: '渠长', occasion: '' } });
    await extensionApi().reindex();
    await vscode.commands.executeCommand('jianggao.writeSidecar', canal);
    const sidecar = path.join(folder, '2024/渠.txt.jianggao.yaml');
    const written = readFileSync(sidecar, 'utf8');
    assert.match(
      written,
      /^# .*\n标题: '在开渠会上的讲话'\n讲话人: '许长河'\n职务: '渠长'\n场合: ''\n日期: '2024-03-01'\n$/,
    );
    assert.equal(vscode.window.activeTextEditor?.document.fileName, sidecar);
    const moved = await until(async () => {
      const now = await documentOf('在开渠会上的讲话');
      return now?.edited.length === 0 ? now : undefined;
    }, 'the edits to be said in the file alone');
    assert.equal(moved.metadata.role, '渠长');

    writeFileSync(sidecar, written.replace('渠长', '水利站站长'));
    await until(async () => (await documentOf('在开渠会上的讲话'))?.metadata.role === '水利站站长', 'the change');
    writeFileSync(sidecar, written.replace(/日期.*/, '日期: 去年'));
    await until(
      async () => (await documentOf('在开渠会上的讲话'))?.metadata.role === '渠长',
      'the lines that can be read',
    );
    writeFileSync(sidecar, Buffer.from('2320b4e6b5b50a', 'hex')); // «# 存档» in GBK
    await vscode.commands.executeCommand('jianggao.writeSidecar', canal);
    assert.match(readFileSync(sidecar, 'utf8'), /^# 存档\n标题: /);
  });

  describe('on screen', () => {
    before(needsDriver);
    afterEach(() => vscode.commands.executeCommand('workbench.action.closeSidebar'));

    const rows = () => driver.text('.pane-body .monaco-list-row .monaco-icon-label');
    const untilRow = (pattern: RegExp) =>
      until(async () => (await rows()).find(text => pattern.test(text)), `${pattern} in the view`);

    it('names file and line of a sidecar that cannot be read', async () => {
      const { write } = await enter();
      write('2024/渠.txt.jianggao.yaml', '讲话人: 周怀远\n日期: 去年\n');
      await extensionApi().reindex();
      await until(async () => (await documentOf('在开渠会上的讲话'))?.metadata.speaker === '周怀远', 'the speaker');
      await vscode.commands.executeCommand('jianggao.skippedFiles.focus');
      await untilRow(/第 2 行|line 2/);
      await driver.press('ArrowRight');
      await driver.screenshot('sidecar-fault');
    });

    it('lists years, opens by keys, changes the grouping and puts metadata right', async () => {
      await enter();
      await vscode.commands.executeCommand('jianggao.corpusTree.focus');
      await untilRow(/^2024/);
      await until(async () => {
        await driver.press('Home'); // to no avail until the view has the focus
        await driver.press('ArrowRight');
        return (await driver.text('.pane-body .monaco-list-row .monaco-icon-label')).find(row =>
          row.includes('在开渠会上的讲话'),
        );
      }, 'the documents of a year');
      assert.ok((await untilRow(/beacon/)).includes('![x](https://beacon.invalid/t.png) $(bug) <b>'));
      await driver.screenshot('corpus-tree');
      await driver.press('Home');
      await driver.press('ArrowDown');
      await driver.press('ArrowDown');
      await driver.press('Enter');
      const opened = await until(() => vscode.window.activeTextEditor?.document, 'the document');
      assert.ok(opened.fileName.endsWith('.txt'));

      const editing = vscode.commands.executeCommand('jianggao.describeDocument', await documentOf('在开渠会上的讲话'));
      await until(async () => (await driver.text('.quick-input-list .label-name')).length >= 6, 'the fields');
      await driver.screenshot('corpus-fields');
      await driver.press('ArrowDown');
      await driver.press('Enter');
      await until(async () => (await driver.text('.quick-input-widget .quick-input-message')).length > 0, 'the box');
      await driver.press('Control+A');
      await driver.type('周怀远');
      await driver.press('Enter');
      await editing;
      const edited = await until(async () => {
        const now = await documentOf('在开渠会上的讲话');
        return now?.metadata.speaker === '周怀远' ? now : undefined;
      }, 'the speaker');
      assert.deepEqual(edited.edited, ['speaker']);
      await vscode.commands.executeCommand('jianggao.groupCorpus');
      await vscode.commands.executeCommand('jianggao.groupCorpus');
      await untilRow(/^周怀远/);
      await driver.screenshot('corpus-speakers');
      await vscode.commands.executeCommand('jianggao.groupCorpus');
      await untilRow(/2024/);
      await vscode.commands.executeCommand('jianggao.groupCorpus');
      await extensionApi().service.describe({ documentId: edited.documentId, changes: { speaker: null } });
    });
  });
});
