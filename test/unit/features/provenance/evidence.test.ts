import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { KwicLine } from '../../../../src/core/document/provenance.ts';
import { sourceBlocks, suggestionBlocks } from '../../../../src/features/provenance/evidence.ts';
import { cropContext, sourceLine } from '../../../../src/features/provenance/provenanceText.ts';
import {
  commandsOf,
  escapeIcons,
  escapeMarkdown,
  forNotification,
  renderBlocks,
} from '../../../../src/vscode/markup.ts';

const hit: KwicLine = {
  documentId: 'd1',
  path: '/c/a.md',
  title: '在推进会上的讲话',
  speaker: '林望川',
  occasion: '推进会',
  date: '2024-03',
  sectionPath: ['二、重点任务', '（一）'],
  start: 10,
  end: 14,
  rawStart: 12,
  rawEnd: 16,
  attributedTo: '老书记',
  before: '我们要坚持',
  match: '真抓实干',
  after: '，务求实效。',
};

const hostile =
  '![](https://x/y.png) <img src=x> [a](command:b) $(bug) `c` www.d.cn https://e f@g.h **i** &lt; # 1. - *';

describe('escapeMarkdown', () => {
  it('leaves no ASCII punctuation but its own references', () => {
    assert.doesNotMatch(escapeMarkdown(hostile).replace(/&#\d+;/g, ''), /[!-/:-@[-`{-~]/);
  });

  it('gives the text back when read as entities', () => {
    const read = escapeMarkdown(hostile).replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    assert.equal(read, hostile);
  });

  it('keeps Chinese punctuation, and one line', () => {
    assert.equal(escapeMarkdown('真抓实干，\n    务求实效。'), '真抓实干， 务求实效。');
  });
});

describe('evidence', () => {
  const found = { phrase: '真抓实干', documents: 2, occurrences: 3, hits: [hit] };

  it('shows count, context, source, attribution and the way to the source', () => {
    const markdown = renderBlocks(sourceBlocks(found));
    assert.equal(
      markdown,
      [
        '<strong>真抓实干</strong>　2篇 · 3次',
        '',
        '> 我们要坚持<strong>真抓实干</strong>，务求实效。  ',
        '> —— 《在推进会上的讲话》 · 林望川 · 推进会 · 2024&#45;03 › 二、重点任务 › （一）　引自：老书记　[打开原文](command:jianggao.openSource?%5B%22d1%22%2C10%2C14%5D)',
      ].join('\n'),
    );
  });

  it('says when a phrase is known from one document only', () => {
    assert.match(renderBlocks(sourceBlocks({ ...found, documents: 1 })), /仅见于1篇/);
  });

  it('enables no command but its own, whatever the corpus says', () => {
    const blocks = sourceBlocks({
      ...found,
      phrase: hostile,
      hits: [{ ...hit, match: hostile, before: hostile, title: hostile, attributedTo: hostile }],
    });
    assert.deepEqual(commandsOf(blocks), ['jianggao.openSource']);
    const links = renderBlocks(blocks).match(/\]\(/g) ?? [];
    assert.equal(links.length, 1);
    assert.equal((renderBlocks(blocks).match(/<(?!\/?strong>)/g) ?? []).length, 0);
  });

  it('keeps brackets of an id inside its link', () => {
    const markdown = renderBlocks(sourceBlocks({ ...found, hits: [{ ...hit, documentId: 'a)b(' }] }));
    assert.match(markdown, /\(command:[^()]*\)$/);
  });

  it('calls a blank a blank', () => {
    const blank = {
      insertText: '从$1中$2',
      replaceLength: 0,
      kind: 'series-slot',
      documents: 0,
      occurrences: 0,
      confidence: 1,
    } as const;
    assert.match(renderBlocks(suggestionBlocks(blank)), /无出处/);
  });

  it('leaves out what is not known of a source', () => {
    const { speaker: _, occasion: __, attributedTo: ___, ...bare } = hit;
    assert.equal(sourceLine({ ...bare, sectionPath: [] }), '《在推进会上的讲话》 · 2024-03');
  });
});

describe('cropContext', () => {
  it('cuts at a mark if one is near, and says that it cut', () => {
    const before = '同志们，去年以来全市上下勇于担当，坚持问题导向，';
    assert.equal(cropContext({ ...hit, before }, 10).before, '…坚持问题导向，');
    assert.equal(cropContext({ ...hit, after: '，务求实效，不达目的决不收兵，一抓到底' }, 10).after, '，务求实效…');
    assert.equal(cropContext({ ...hit, after: '务求实效' }, 10).after, '务求实效');
  });
});

describe('plain labels', () => {
  it('draw no icons and no links', () => {
    assert.equal(escapeIcons('看$(bug)'), '看\\$(bug)');
    assert.equal(forNotification('[a](command:x)'), '［a］(command:x)');
    assert.equal(forNotification('真'.repeat(50)), `${'真'.repeat(40)}…`);
  });
});

describe('Markdown strings', () => {
  it('are made in markdown.ts only', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));
    const makers = files.filter(file => /MarkdownString\(/.test(readFileSync(`src/${file}`, 'utf8')));
    assert.deepEqual(makers, ['vscode/markdown.ts']);
  });
});
