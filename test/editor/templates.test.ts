import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseOrdinal } from '../../src/core/text/numerals.ts';
import { templates } from '../../src/features/structure/templateText.ts';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus, untilClosed, untilOffered } from './extension.ts';
import { closeDrafts, never, openDraft, setCaret, until } from './support.ts';

describe('structure templates', () => {
  before(async function () {
    needsDriver.call(this);
    await fixtureCorpus();
  });
  afterEach(closeDrafts);

  it('comes by its Chinese head at the start of a line, once, and fills in by input method', async () => {
    const editor = await openDraft('｜');
    await driver.ime('肯定', 'kending');
    await untilOffered('肯定成绩');
    const rows = (await driver.suggest()) ?? [];
    assert.equal(rows.filter(row => row.label === '肯定成绩').length, 1);
    await driver.screenshot('template-head');
    await driver.press('Tab');
    await until(() => editor.document.getText().includes('一是【某项工作】实现新突破'), 'the template');
    await driver.screenshot('template-choice');
    const choices = await until(() => driver.suggest(), 'the choices');
    assert.ok(choices.some(row => row.label === '半年来'));
    await driver.press('ArrowDown');
    await driver.press('Enter');
    await until(() => editor.document.getText().startsWith('半年来，面对'), 'the choice');
    // The choice made, the next stop is selected.
    await driver.ime('新情况', 'xinqingkuang');
    await until(
      () => editor.document.getText().startsWith('半年来，面对新情况，在【上级组织】的'),
      'the stop to be filled',
    );
  });

  it('comes by its head inside a run of text', async () => {
    const editor = await openDraft('下面我们部署｜');
    await driver.ime('任', 'ren');
    await untilOffered('部署任务');
    await driver.press('Tab');
    await until(() => editor.document.getText().startsWith('下面我们下一步，要紧紧围绕'), 'the template');
  });

  it('stays out of the name of a meeting', async () => {
    await openDraft('在全镇调研｜');
    await driver.ime('座谈会', 'zuotanhui');
    await never(() => driver.suggest(), 'a list');
  });

  it('comes by initials typed right after Chinese', async () => {
    const editor = await openDraft('各位代表，｜');
    await driver.type('czbz');
    await untilOffered('查找不足');
    await driver.press('Tab');
    await until(() => editor.document.getText().startsWith('各位代表，在看到成绩的同时'), 'the template');
  });

  it('stays away from an empty line', async () => {
    await openDraft('｜');
    await driver.press('Enter');
    await untilClosed();
    assert.equal(await driver.suggest(), null);
  });

  it('comes by command, with a preview', async () => {
    const editor = await openDraft('｜');
    await driver.press('Control+Alt+m');
    const labels = (): Promise<readonly string[]> => driver.text('.quick-input-list .label-name');
    await until(async () => (await labels()).includes('肯定成绩'), 'the list of templates');
    await driver.screenshot('template-pick');
    await driver.ime('动员', 'dongyuan');
    await until(async () => (await labels())[0] === '动员部署会', 'the list to be filtered');
    await driver.press('Enter');
    for (const name of ['会议名', '时间', '讲话人']) {
      await until(
        async () => (await driver.text('.quick-input-title')).join().includes(name),
        `to be asked for ${name}`,
      );
      await driver.press('Enter');
    }
    await until(() => editor.document.getText().startsWith('在【会议名】上的讲话'), 'the skeleton');
    await driver.screenshot('template-skeleton');
  });

  it('leaves no sign of the syntax wherever one is inserted, and counts on from the draft', async () => {
    const places = {
      'at the start of a line': '一、看清形势\n水等不得。\n二、抓住重点\n｜\n三、压实责任\n谁家的渠谁管。',
      'inside a run': '一、看清形势\n我们要认真｜抓好。\n二、压实责任\n谁家的渠谁管。',
      'inside a list': '一、看清形势\n一是水等不得。\n二是人等不得。\n｜\n三是田等不得。\n二、压实责任\n谁家的渠谁管。',
    };
    const editor = await openDraft('');
    const { document } = editor;
    for (const [place, draft] of Object.entries(places)) {
      const [before, after] = draft.split('｜') as [string, string];
      for (const { head } of templates) {
        await editor.edit(builder => builder.replace(new vscode.Range(0, 0, document.lineCount, 0), before + after));
        setCaret(editor, before.length);
        await vscode.commands.executeCommand('jianggao.insertTemplate', head);
        const text = document.getText();
        await vscode.commands.executeCommand('leaveSnippet');
        assert.ok(text.length > before.length + after.length + 20, `${head} ${place}`);
        assert.doesNotMatch(text, /[${}|\\]/u, `${head} ${place}`);
        const headings = [...text.matchAll(/^([一二三四五六七八九十]+)、/gmu)].map(match => parseOrdinal(match[1]!));
        assert.deepEqual(
          headings,
          headings.map((_, index) => index + 1),
          `${head} ${place}: ${text}`,
        );
        const inserted = text.slice(before.length, text.length - after.length);
        const points = [...inserted.matchAll(/(?<=^|[：。；])([一二三四五六七八九十])是/gmu)].map(
          match => parseOrdinal(match[1]!)!,
        );
        points.forEach((point, index) => {
          assert.ok(point === 1 || point === points[index - 1]! + 1, `${head} ${place}: ${text}`);
        });
        if (place === 'inside a list') assert.ok(text.includes('\n三是田等不得'), `${head} ${place}`);
      }
    }
  }).timeout(120_000);

  it('counts on while typing too, and all of it is one step to undo', async () => {
    const before = '一、看清形势\n水等不得。\n';
    const after = '\n二、压实责任\n谁家的渠谁管。';
    const editor = await openDraft(`${before}｜${after}`);
    await driver.ime('务虚', 'wuxu');
    await untilOffered('务虚会');
    await driver.press('Tab');
    await until(() => editor.document.getText().includes('二、认清形势'), 'the skeleton');
    assert.match(editor.document.getText(), /\n六、压实责任\n谁家的渠谁管。$/);
    await driver.press('Escape');
    await driver.press('Control+z');
    await until(() => editor.document.getText() === `${before}务虚${after}`, 'the draft as it was');
  });

  it('asks once for what a draft repeats', async () => {
    const editor = await openDraft('｜');
    await driver.press('Control+Alt+m');
    const labels = (): Promise<readonly string[]> => driver.text('.quick-input-list .label-name');
    await until(async () => (await labels()).includes('肯定成绩'), 'the list of templates');
    await driver.type('kdcj');
    await until(async () => (await labels())[0] === '肯定成绩', 'the list to be filtered');
    await driver.press('Enter');
    await until(async () => (await driver.text('.quick-input-title')).join().includes('单位'), 'the question');
    await driver.ime('水利局', 'shuiliju');
    await driver.press('Enter');
    await until(() => editor.document.getText().includes('我代表水利局，向大家'), 'the section with its answer');
    await vscode.commands.executeCommand('leaveSnippet');
    setCaret(editor, editor.document.getText().length);
    await editor.edit(builder => builder.insert(editor.selection.active, '\n'));
    await vscode.commands.executeCommand('jianggao.insertTemplate', '致辞（慰问）');
    assert.equal(editor.document.getText().split('我代表水利局，向大家').length, 3, editor.document.getText());
  });
});
