// Our container of the side bar as a newcomer finds it.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { extensionApi } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

const draft =
  '在全市项目推进会上的讲话\n同志们：\n一、看清形势\n时不我待，等不起。\n二、压实责任\n责任到人，XX月底见效。\n';

describe('the side bar', () => {
  before(async function () {
    needsDriver.call(this);
    await extensionApi().whenReady();
  });
  after(closeDrafts);

  it('opens on the corpus and the length of the draft, the other views folded', async () => {
    await openDraft(draft);
    await vscode.commands.executeCommand('workbench.view.extension.jianggao');
    await until(async () => (await driver.webviewText('li')).length > 0, 'the sections of the draft');
    const headers = await driver.text('.pane-header:not(.expanded) .title');
    assert.deepEqual(
      headers.map(title => title.trim()),
      ['To Fill In', 'Cards', 'Skipped Files'],
    );
    await until(
      async () => (await driver.text('.pane-body .message')).some(text => /specimens|示例/.test(text)),
      'what corpus this is',
    );
    await driver.screenshot('side-bar');
  });
});
