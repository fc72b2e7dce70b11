import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { picture } from './appearance.ts';
import { driver, needsDriver } from './driver.ts';
import { fixtureCorpus } from './extension.ts';
import { closeDrafts, never, openDraft, until } from './support.ts';

describe('hover', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  const hoversAt = async (text: string, offset: number): Promise<vscode.Hover[]> => {
    const { document } = await openDraft(text);
    return vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, document.positionAt(offset));
  };

  it('covers the longest stretch of the corpus around the pointer', async () => {
    const [hover] = await hoversAt('大家说，功夫下在河里，口碑立在岸上，很对。', 7);
    assert.deepEqual(hover?.range, new vscode.Range(0, 4, 0, 17));
  });

  it('carries the attribution of a quotation', async () => {
    const [hover] = await hoversAt('记住：河堤不认职务，只认脚印。', 6);
    const [content] = hover!.contents as vscode.MarkdownString[];
    assert.match(content!.value, /陈守堤/);
    assert.ok(Buffer.byteLength(content!.value) < 4096);
  });

  it('says nothing of the user’s own words', async () => {
    assert.deepEqual(await hoversAt('猫咪昨夜打碎花瓶', 3), []);
  });

  describe('by mouse', () => {
    before(needsDriver);

    it('shows counts, context and sources, and opens the source at the very words', async () => {
      await openDraft('大家说，功夫下在河里，口碑立在岸上。');
      await driver.hoverAt('口碑');
      const hover = await until(() => driver.hover(), 'the hover');
      assert.match(hover.text, /许长河 · 推进会 · 2023-05-12 › 一、看清形势，增强信心/);
      assert.ok(hover.links.every(({ target }) => target.startsWith('command:jianggao.')));
      assert.match(hover.text, /5.*5/);
      await driver.screenshot('hover');
      await driver.click('.monaco-hover a[data-href^="command:jianggao.openSource"]');
      const editor = await until(() => {
        const active = vscode.window.activeTextEditor;
        return active?.document.fileName.includes('fixtures') ? active : undefined;
      }, 'the source');
      await until(
        () => editor.document.getText(editor.selection) === '功夫下在河里，口碑立在岸上',
        'the words to be selected',
      );
      await driver.screenshot('hover-source');
    });

    it('shows images, links, icons and tags of a corpus as the characters they are', async () => {
      await openDraft('请看这张图片，很好。');
      await driver.hoverAt('图片');
      const hover = await until(() => driver.hover(), 'the hover');
      assert.match(hover.text, /[!！]\[景色\][(（]https:\/\/beacon/);
      assert.ok(
        hover.links.every(({ target }) => /^command:jianggao\.(openSource|concordanceAt|atPhrase)\?/.test(target)),
        JSON.stringify(hover.links),
      );
      assert.deepEqual(await driver.text('.monaco-hover img, .monaco-hover .rendered-markdown .codicon'), []);
      await driver.screenshot('hover-hostile');
    });

    it('shows all places in the concordance', async () => {
      await openDraft('大家说，功夫下在河里，口碑立在岸上。');
      await driver.hoverAt('口碑');
      await until(() => driver.hover(), 'the hover');
      await driver.click('.monaco-hover a[data-href^="command:jianggao.concordanceAt"]');
      await until(async () => /^5 /.test((await driver.webviewText('.status')).join()), 'the lines', 15_000);
    });

    it('says which idioms only a dictionary knows', async () => {
      await openDraft('这些饕餮之徒，必须严惩。');
      await driver.hoverAt('饕餮');
      const hover = await until(() => driver.hover(), 'the hover');
      assert.match(hover.text, /tāo tiè zhī tú/);
      assert.deepEqual(hover.links, []);
      await driver.screenshot('hover-idiom');
    });

    for (const theme of ['Default Dark Modern', 'Default Light Modern']) {
      it(`can be read in ${theme}, and at twice the size`, () =>
        picture('hover', theme, async () => {
          await closeDrafts();
          await openDraft('大家说，功夫下在河里，口碑立在岸上。');
          await driver.hoverAt('口碑');
          const hover = await until(() => driver.hover(), 'the hover');
          assert.match(hover.text, /许长河/);
        }));
    }

    for (const theme of ['Default Dark Modern', 'Default Light Modern']) {
      it(`shows what agrees with a speech as an excerpt, in ${theme}`, () =>
        picture('hover-excerpt', theme, async () => {
          await closeDrafts();
          await openDraft('大家看，这里的河堤不认职务而认脚印。');
          await driver.hoverAt('职务');
          const { text } = await until(() => driver.hover(), 'the hover');
          assert.match(text, /^…河堤不认职务…[　\s]*(?:相同文字6字|same text, 6 characters)/);
        }));
    }

    it('stays away from own words', async () => {
      await openDraft('猫咪昨夜打碎花瓶');
      await driver.hoverAt('打碎');
      await never(() => driver.hover(), 'a hover');
    });
  });
});
