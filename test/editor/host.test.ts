// The test host itself: if these fail, no other editor test means anything.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { driver, needsDriver } from './driver.ts';
import { closeDrafts, openDraft, untilDraft } from './support.ts';

describe('test host', () => {
  before(needsDriver);
  afterEach(closeDrafts);

  it('brings text that an input method commits into the document', async () => {
    const editor = await openDraft('我们要坚持｜，久久为功。', 'plaintext');
    await driver.ime('真抓', 'zhenzhua');
    await untilDraft(editor, '我们要坚持真抓｜，久久为功。');
  });

  it('shows the pre-edit of an uncommitted composition, and its commit replaces it', async () => {
    const editor = await openDraft('我们要', 'plaintext');
    await driver.compose('jian');
    await untilDraft(editor, '我们要jian｜');
    await driver.commit('坚持');
    await untilDraft(editor, '我们要坚持｜');
  });

  it('passes keys on', async () => {
    const editor = await openDraft('一要', 'plaintext');
    await driver.press('Enter');
    await driver.type('ab');
    await untilDraft(editor, '一要\nab｜');
  });

  it('takes a screenshot', async () => {
    await openDraft('同志们：\n\n　　我们要坚持真抓实干。', 'plaintext');
    const file = await driver.screenshot('host');
    assert.deepEqual([...readFileSync(file).subarray(1, 4)], [...Buffer.from('PNG')]);
  });

  it('hands over the settings of the run', () => {
    assert.equal(vscode.workspace.getConfiguration('workbench').get('startupEditor'), 'none');
  });
});
