import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

describe('全部规范', () => {
  const written = '(一)修好渠,护好林\n1、查干渠;\n共1,000米，10:30出发。';
  const inForm = '（一）修好渠，护好林\n1.查干渠；\n共1,000米，10:30出发。';

  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('writes ordinals and marks as they should be, undone at once', async () => {
    const editor = await openDraft(written);
    await driver.screenshot('fix-all-before');
    await vscode.commands.executeCommand('jianggao.fixAll');
    await until(() => editor.document.getText() === inForm, 'all to be fixed');
    await driver.screenshot('fix-all-after');
    await vscode.commands.executeCommand('undo');
    await until(() => editor.document.getText() === written, 'all to be undone');
  });

  it('is part of the editor’s own Fix All', async () => {
    const editor = await openDraft(written);
    await until(async () => {
      await vscode.commands.executeCommand('editor.action.fixAll');
      return editor.document.getText() === inForm;
    }, 'all to be fixed');
  });
});
