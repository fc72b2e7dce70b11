import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fixtureCorpus, withSetting } from './extension.ts';
import { closeDrafts, openDraft, until } from './support.ts';

describe('look-ups for others', () => {
  before(fixtureCorpus);
  afterEach(closeDrafts);

  const ask = async (name: string, input: object): Promise<Record<string, unknown>> => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    const [part] = content as vscode.LanguageModelTextPart[];
    return JSON.parse(part!.value) as Record<string, unknown>;
  };

  it('are no tools of an assistant until they are switched on', async () => {
    const phrase = { phrase: '功夫下在河里' };
    await assert.rejects(ask('jianggao_findPhrase', phrase));
    const restore = await withSetting('jianggao.assistantTools.enabled', true);
    try {
      const found = await until(() => ask('jianggao_findPhrase', phrase), 'the tools');
      const [hit] = found['sources'] as {
        text: string;
        source: { documentId: string; title: string; start: number };
      }[];
      assert.ok(hit!.text.includes('功夫下在河里') && hit!.source.title.length > 0);
      const section = await ask('jianggao_getSection', hit!.source);
      assert.ok((section['text'] as string).includes('功夫下在河里'));
      await assert.rejects(ask('jianggao_findPhrase', { phrase: 3 }));
    } finally {
      await restore();
    }
    await assert.rejects(ask('jianggao_findPhrase', phrase));
  });

  it('are symbols of the workspace for Chinese queries, and lead to the place', async () => {
    await openDraft('');
    const symbolsOf = (query: string) =>
      vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', query);
    assert.deepEqual(await symbolsOf('gongfu'), []);
    const symbols = await symbolsOf('功夫下在河里');
    assert.ok(
      symbols.some(({ name }) => name.includes('功夫下在河里')),
      JSON.stringify(symbols),
    );
    assert.ok(symbols.every(({ containerName }) => containerName !== ''));
  });
});
