import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Suggestion } from '../../src/core/complete/suggestion.ts';
import type { LookupResult } from '../../src/core/service/speechService.ts';
import type { TextEdit } from '../../src/core/text/textEdit.ts';
import { commitManifest } from '../../src/node/indexDirectory.ts';
import { emptyManifest } from '../../src/node/indexManifest.ts';
import { dist, temporaryDirectory, writeFiles } from './support.ts';

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function jianggao(args: readonly string[], input = ''): Run {
  return spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { encoding: 'utf8', input });
}

function json<T>(args: readonly string[], input = ''): T {
  const { status, stdout, stderr } = jianggao([...args, '--json'], input);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout) as T;
}

describe('command line', function () {
  this.timeout(30_000);
  const corpus = temporaryDirectory();
  const index = join(temporaryDirectory(), 'index');
  const speech = join(corpus, 'a.txt');

  before(() => {
    writeFiles(corpus, {
      'a.txt': '在测试会上的讲话\n一、提高认识\n要把标尺立起来,把责任扛起来。\n一是要快。二是要准。',
      'b.md': '要把标尺立起来。',
      'c.bin': 'x',
    });
    const report = json<Record<string, unknown>>(['index', '--index', index, corpus]);
    assert.deepEqual(Object.keys(report).sort(), ['characters', 'documents', 'milliseconds', 'segments', 'skipped']);
    assert.equal(report['documents'], 2);
    assert.deepEqual(report['skipped'], [{ path: join(corpus, 'c.bin'), reason: '暂不支持 .bin 格式' }]);
  });

  it('says in Chinese that the place of an index is a file', () => {
    const inFile = join(speech, 'index');
    assert.match(jianggao(['index', '--index', speech, corpus]).stderr, /jianggao: \S+a\.txt 不是文件夹\n/);
    assert.equal(
      jianggao(['lookup', '--index', inFile, '标尺']).stderr,
      `jianggao: 读不了 ${inFile}/manifest.json：上级不是文件夹\n`,
    );
  });

  it('import maps every clean character to the file', () => {
    const { text, metadata, repairs, rawOffsets } = json<{
      text: string;
      metadata: { title: string };
      repairs: ReadonlyArray<{ kind: string; rawStart: number; rawEnd: number; before: string; after: string }>;
      rawOffsets: number[];
    }>(['import', speech]);
    const raw = readFileSync(speech, 'utf8');
    assert.equal(metadata.title, '在测试会上的讲话');
    assert.equal(rawOffsets.length, text.length + 1);
    const comma = repairs.find(repair => repair.before === ',')!;
    assert.equal(comma.after, '，');
    assert.equal(raw.slice(comma.rawStart, comma.rawEnd), ',');
    assert.equal(raw[rawOffsets[text.indexOf('责任')]!], '责');
  });

  it('import states what a sidecar states, and what cannot be read of it', () => {
    const beside = `${speech}.jianggao.yaml`;
    writeFileSync(beside, "讲话人: '周怀远'\n日期: 去年\n");
    const { status, stdout, stderr } = jianggao(['import', '--json', speech]);
    rmSync(beside);
    assert.equal(status, 0);
    const { metadata } = JSON.parse(stdout) as { metadata: Record<string, string> };
    assert.deepEqual([metadata['title'], metadata['speaker']], ['在测试会上的讲话', '周怀远']);
    assert.match(stderr, /a\.txt\.jianggao\.yaml：第 2 行：“去年”不能作为日期/);
  });

  it('complete reads the draft from standard input', () => {
    const { suggestions } = json<{ suggestions: Suggestion[] }>(
      ['complete', '--index', index, '--limit', '2'],
      '我们要把标尺',
    );
    assert.ok(suggestions.length >= 1 && suggestions.length <= 2);
    const [best] = suggestions;
    assert.ok(best!.insertText.includes('把标尺立起来'));
    assert.deepEqual(
      ['confidence', 'documents', 'insertText', 'kind', 'occurrences', 'provenance', 'replaceLength'],
      Object.keys(best!).sort(),
    );
  });

  it('lookup gives provenance with context', () => {
    const { phrase, documents, occurrences, hits } = json<LookupResult>(['lookup', '--index', index, '起来，把责任']);
    assert.deepEqual([phrase, documents, occurrences], ['起来，把责任', 1, 1]);
    const [hit] = hits;
    assert.equal(readFileSync(speech, 'utf8').slice(hit!.rawStart, hit!.rawEnd), '起来,把责任');
    assert.equal(hit!.path, speech);
    assert.deepEqual(hit!.sectionPath, ['一、提高认识']);
  });

  it('outline and series read a file', () => {
    const { sections } = json<{ sections: Array<{ title: string; level: number }> }>(['outline', speech]);
    assert.ok(JSON.stringify(sections).includes('一、提高认识'));
    const { series } = json<{ series: Array<{ family: string; markers: string[]; members: Array<{ text: string }> }> }>(
      ['series', speech],
    );
    const numbered = series.find(each => each.family === 'numbered' && each.markers.length === 2);
    assert.deepEqual(
      numbered!.members.map(member => member.text),
      ['要快', '要准'],
    );
  });

  it('check reads a draft as it was typed, and its edits mend it', () => {
    const draft = join(temporaryDirectory(), 'draft.txt');
    const text = '一是要快,不等。三是要准,不靠。';
    writeFileSync(draft, text);
    const { findings } = json<{
      findings: Array<{
        kind: string;
        start: number;
        end: number;
        message: string;
        fixes: Array<{ edits: TextEdit[] }>;
      }>;
    }>(['check', '--index', index, draft]);
    const missing = findings.find(({ kind }) => kind === 'ordinal-missing')!;
    assert.equal(text.slice(missing.start, missing.end), '三是');
    assert.match(missing.message, /二是/);
    const [edit] = missing.fixes[0]!.edits;
    assert.equal(text.slice(0, edit!.start) + edit!.newText + text.slice(edit!.end), '一是要快,不等。二是要准,不靠。');
  });

  it('serve answers line by line, survives nonsense and ends on shutdown', () => {
    const lines = [
      '{"id":1,"method":"lookup","params":{"phrase":"把标尺立起来","limit":1}}',
      'nonsense',
      '{"id":"x","method":"dance"}',
      '{"id":3,"method":"complete","params":{"text":"要把标","limit":1,"mode":"eager"}}',
      '{"id":4,"method":"stats","params":{}}',
      '{"id":5,"method":"complete","params":null}',
      '{"id":6,"method":"shutdown","params":{}}',
      '{"id":7,"method":"stats"}',
    ];
    const { status, stdout } = jianggao(['serve', '--index', index], lines.join('\n'));
    assert.equal(status, 0);
    const answers = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { id: unknown; result?: unknown; error?: { code: string } });
    assert.deepEqual(
      answers.map(answer => answer.id),
      [1, undefined, 'x', 3, 4, 5, 6],
    );
    assert.equal((answers[0]!.result as LookupResult).documents, 2);
    assert.equal(answers[1]!.error!.code, 'bad-request');
    assert.equal(answers[2]!.error!.code, 'unknown-method');
    assert.equal(answers[5]!.error!.code, 'bad-request');
  });

  it('serve answers from the latest commit, and ends on shutdown with its input still open', async () => {
    const folder = temporaryDirectory();
    const place = join(folder, 'index');
    writeFiles(folder, { 'a.txt': '要把渠道疏通开。', 'b.txt': '要把山林管护好。' });
    jianggao(['index', '--index', place, folder]);
    const server = spawn(process.execPath, [join(dist, 'cli.js'), 'serve', '--index', place]);
    const answers = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    const found = async () => {
      server.stdin.write('{"id":1,"method":"lookup","params":{"phrase":"渠道疏通"}}\n');
      const { result } = JSON.parse((await answers.next()).value as string) as { result: LookupResult };
      return result.hits.map(({ path }) => path);
    };
    assert.deepEqual(await found(), [join(folder, 'a.txt')]);
    renameSync(join(folder, 'a.txt'), join(folder, 'c.txt'));
    jianggao(['index', '--index', place, folder]);
    assert.deepEqual(await found(), [join(folder, 'c.txt')]);
    rmSync(join(folder, 'c.txt'));
    jianggao(['index', '--index', place, folder]);
    assert.deepEqual(await found(), []);
    server.stdin.write('{"id":2,"method":"shutdown"}\n');
    assert.deepEqual(await once(server, 'exit'), [0, null]);
  });

  it('index --verify mends damage that nothing but reading would find', () => {
    const folder = temporaryDirectory();
    const place = join(folder, 'index');
    writeFiles(folder, { 'a.txt': '要把渠道疏通开，把山林管护好。\n'.repeat(4000) });
    jianggao(['index', '--index', place, folder]);
    const segment = join(place, readdirSync(place).find(name => name.endsWith('.bin'))!);
    const bytes = readFileSync(segment);
    writeFileSync(segment, bytes.fill(0xff, bytes.length / 4, bytes.length / 2));
    const asked = ['lookup', '--index', place, '渠道疏通'];
    const { status, stderr } = jianggao(asked);
    assert.equal(status, 1);
    assert.match(stderr, /索引损坏.*\n.*--verify/);
    jianggao(['index', '--index', place, '--verify', folder]);
    assert.match(jianggao(asked).stdout, /^1 篇 4000 处/);
  });

  it('tells a wrong call (2) from a failure (1)', () => {
    for (const args of [
      [],
      ['dance'],
      ['lookup', '词'],
      ['index', '--index', index],
      ['check', speech],
      ['export', speech],
      ['lookup', '--nonsense'],
    ]) {
      const { status, stderr, stdout } = jianggao(args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /用法/);
      assert.equal(stdout, '');
    }
    const { status, stderr } = jianggao(['import', join(corpus, 'nowhere.txt')]);
    assert.equal(status, 1);
    assert.match(stderr, /nowhere\.txt：文件不存在/);
    assert.match(jianggao(['import', corpus]).stderr, /：是文件夹，不是文件/);
    assert.match(jianggao(['lookup', '--nonsense']).stderr, /选项不对：--nonsense\n/);
  });

  it('fails where there is no index to be asked, or one of another version, and does not say that nothing was found', () => {
    const directory = temporaryDirectory();
    const none = jianggao(['lookup', '--index', directory, '标尺']);
    assert.deepEqual([none.status, none.stdout], [1, '']);
    assert.match(none.stderr, /没有索引/);
    commitManifest(directory, { ...emptyManifest, formatVersion: emptyManifest.formatVersion - 1 });
    const other = jianggao(['complete', '--index', directory], '要把');
    assert.deepEqual([other.status, other.stdout], [1, '']);
    assert.match(other.stderr, /另一版本/);
    assert.match(jianggao(['serve', '--index', directory]).stderr, /另一版本/);
    assert.equal(jianggao(['lookup', '--index', index, '标尺']).stderr, '');
  });
});
