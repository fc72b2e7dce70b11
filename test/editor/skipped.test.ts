import assert from 'node:assert/strict';
import { utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type CorpusFolder, enterCorpus, untilKnown } from './corpusFolder.ts';
import { driver, needsDriver } from './driver.ts';
import { extensionApi, fixtureCorpus } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

const someDay = new Date(2024, 0, 2);

describe('未收录文件', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  it('is contributed with all its commands', async () => {
    const known = await vscode.commands.getCommands();
    for (const id of [
      'skippedFiles.focus',
      'retrySkipped',
      'retrySkippedRow',
      'revealSkipped',
      'stopIndexing',
      'resumeIndexing',
    ]) {
      assert.ok(known.includes(`jianggao.${id}`), id);
    }
  });

  describe('on screen', () => {
    let corpus: CorpusFolder | undefined;
    before(needsDriver);
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await corpus?.leave();
      corpus = undefined;
    });

    const rows = () => driver.text('.pane-body .monaco-list-row .monaco-icon-label');
    const untilRow = (pattern: RegExp) =>
      until(async () => (await rows()).some(text => pattern.test(text)), `${pattern} in the view`);

    it('says that nothing was left out', async () => {
      corpus = await enterCorpus({ '一.txt': '同志们：\n春茶一刻也等不得，手脚要快。\n' });
      await untilKnown('春茶一刻也等不得');
      await vscode.commands.executeCommand('jianggao.skippedFiles.focus');
      await until(
        async () => (await driver.text('.welcome-view-content')).some(text => /全部收录|No file/.test(text)),
        'the welcome text',
      );
      await driver.screenshot('skipped-none');
    });

    it('lists files by reason, opens them, and follows every run', async () => {
      const folder = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
      corpus = await enterCorpus(
        {
          '一.txt': '同志们：\n春茶一刻也等不得，手脚要快。\n',
          '空白.txt': '\n\n',
          '2024/也空白 $(bug) [a](command:b).txt': ' \n',
          '图.png': Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
        },
        folder,
      );
      await openDraft('同志们：');
      await untilKnown('春茶一刻也等不得');
      await vscode.commands.executeCommand('jianggao.skippedFiles.focus');
      await untilRow(/^空白\.txt/);
      await untilRow(/2024\/也空白 \$\(bug\) \[a\]\(command:b\)\.txt/);
      await driver.screenshot('skipped');

      await driver.click('.pane-body .monaco-list-row:has-text("空白.txt")');
      await until(() => vscode.window.activeTextEditor?.document.fileName.endsWith('空白.txt'), 'the file');

      await driver.click('[id="jianggao.jianggao.menu"] a');
      await until(
        async () => (await driver.text('.quick-input-list .label-name')).some(text => /（3）|\(3\)/.test(text)),
        'the count in the menu',
      );
      await driver.screenshot('skipped-menu');
      await driver.press('Escape');

      corpus.write('空白.txt', '同志们：\n满山的绿就是满仓的粮。\n');
      await vscode.commands.executeCommand('jianggao.retrySkipped');
      await untilKnown('满山的绿就是满仓的粮');
      await until(async () => !(await rows()).some(text => /^空白\.txt/.test(text)), 'the row to go');

      const { path: picture } = (await extensionApi().reindex()).skipped.find(file => file.path.endsWith('.png'))!;
      await vscode.commands.executeCommand('jianggao.revealSkipped', { kind: 'file', path: picture });
      await until(
        async () =>
          (await driver.text('.explorer-folders-view .monaco-list-row.selected')).some(text => /图\.png/.test(text)),
        'the file in the explorer',
      );
      await driver.screenshot('skipped-revealed');
    });

    it('tries again the file of a row, and no other', async () => {
      const blank = Buffer.alloc(60, '\n');
      corpus = await enterCorpus({
        '一.txt': '同志们：\n春茶一刻也等不得，手脚要快。\n',
        '甲.txt': blank,
        '乙.txt': blank,
      });
      await untilKnown('春茶一刻也等不得');
      await vscode.commands.executeCommand('jianggao.skippedFiles.focus');
      await untilRow(/^甲\.txt/);
      await untilRow(/^乙\.txt/);
      const [first, second] = ['甲.txt', '乙.txt'].map(name => path.join(corpus!.folder, name)) as [string, string];
      for (const file of [first, second]) utimesSync(file, someDay, someDay);
      await extensionApi().reindex();
      writeUnnoticed(first, '满山的绿就是满仓的粮。', blank.length);
      writeUnnoticed(second, '渠水流到哪里，笑声就到哪里。', blank.length);
      await driver.click('.pane-body .monaco-list-row:has-text("甲.txt")');
      // A list that is just being painted anew swallows the click.
      await until(async () => {
        if (!(await rows()).some(text => /^甲\.txt/.test(text))) return true;
        await driver.click('.pane-body .monaco-list-row:has-text("甲.txt") .codicon-refresh');
        await delay(1000);
        return false;
      }, 'the row to go');
      await untilKnown('满山的绿就是满仓的粮');
      assert.ok((await rows()).some(text => /^乙\.txt/.test(text)));

      await vscode.commands.executeCommand('jianggao.retrySkipped');
      await untilKnown('渠水流到哪里');
    });
  });
});

/** Nothing tells the file from a blank one of `size` that was written on that day. */
function writeUnnoticed(file: string, text: string, size: number): void {
  writeFileSync(file, text + ' '.repeat(size - Buffer.byteLength(text)));
  utimesSync(file, someDay, someDay);
}
