// Every text a user may see exists in Chinese and in English. Strings are found in the syntax tree, so comments and patterns do not count.

import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { serviceTexts } from '../../src/vscode/messages/serviceTexts.ts';
import { englishOf } from '../../src/vscode/messages/translate.ts';

const source = path.join(import.meta.dirname, '../../src');
const han = /\p{Script=Han}/u;

/** Seen by those who program against the service only: faults of a request itself. */
const protocolFaults = [
  'core/service/handleRequest.ts',
  'core/service/requestParams.ts',
  'core/service/seriesLookup.ts',
  'node/lineServer.ts',
];
/** Names of things, the same in both languages. */
const names = ['讲稿 Jianggao'];

describe('localisation', () => {
  it('keeps texts of features and webviews in the tables of messages', () => {
    const strays = texts(['extension.ts', 'features/**/*.ts', 'vscode/*.ts', 'webview/**/*.ts'])
      .filter(({ text }) => han.test(text) && !names.includes(text))
      .map(({ place, text }) => `${place} ${text}`);
    assert.deepEqual(strays, []);
  });

  it('knows the English of every error, reason and finding', () => {
    const said = texts(['core/**/*.ts', 'node/**/*.ts', 'indexer/**/*.ts', 'worker/**/*.ts']).filter(
      ({ file, text, role }) => han.test(text) && role !== undefined && !protocolFaults.includes(file),
    );
    assert.ok(said.length > 60);
    const missing = said
      .filter(({ text }) => !Object.hasOwn(serviceTexts, text))
      .map(each => `${each.place} ${each.text}`);
    assert.deepEqual(missing, []);
  });

  it('fills what a text is about into its English', () => {
    assert.equal(englishOf('疑似乱码（12 处无法解码）'), 'Probably garbled (12 places cannot be decoded)');
    assert.equal(englishOf('处理此文件时超时，已跳过'), 'Passed over: while it was read, the time ran out');
    assert.equal(englishOf('没有人说过的话'), '没有人说过的话');
    for (const [chinese, english] of Object.entries(serviceTexts)) {
      assert.deepEqual(
        [...(english.match(/\{\d\}/g) ?? [])].sort(),
        [...(chinese.match(/\{\d\}/g) ?? [])].sort(),
        chinese,
      );
      assert.doesNotMatch(english, han);
    }
  });
});

interface Text {
  readonly file: string;
  readonly place: string;
  /** With `{0}`, `{1}` … for what a template puts in. */
  readonly text: string;
  /** What the text is given to, if that is something a user gets to see: an error, a reason, a message, the title of a fix. */
  readonly role: string | undefined;
}

function texts(patterns: readonly string[]): readonly Text[] {
  return patterns.flatMap(pattern => globSync(pattern, { cwd: source })).flatMap(textsOf);
}

function textsOf(file: string): readonly Text[] {
  const tree = ts.createSourceFile(file, readFileSync(path.join(source, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ file, place: `src/${file}:${line}`, text, role: roleOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }, i) => `{${i}}${literal.text}`).join('');
}

/** Looks outwards only as far as an expression reaches. */
function roleOf(node: ts.Node): string | undefined {
  for (let each = node.parent; ts.isExpression(each) || ts.isPropertyAssignment(each); each = each.parent) {
    if (ts.isNewExpression(each)) {
      const name = each.expression.getText();
      return name.endsWith('Error') ? name : undefined;
    }
    if (ts.isPropertyAssignment(each)) {
      const name = each.name.getText();
      return ['reason', 'message', 'title'].includes(name) ? name : undefined;
    }
    if (ts.isFunctionLike(each) || ts.isArrayLiteralExpression(each)) return undefined;
  }
  return undefined;
}
