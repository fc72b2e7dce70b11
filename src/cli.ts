/**
 * `jianggao`: the service without an editor. Data on stdout, progress and messages on stderr;
 * exit code 0, 1 for a failure, 2 for a command that is not understood.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { rawOffsets } from './core/document/importDocument.ts';
import { withSidecar } from './core/document/sidecar.ts';
import { findSeries } from './core/parallel/findSeries.ts';
import { handleRequest } from './core/service/handleRequest.ts';
import type { RequestParams } from './core/service/requestParams.ts';
import { ServiceError } from './core/service/serviceError.ts';
import type { SpeechService } from './core/service/speechService.ts';
import { outline } from './core/structure/outline.ts';
import type { Section } from './core/structure/section.ts';
import { type ReadFile, readAny } from './indexer/importFile.ts';
import { IndexerSupervisor } from './indexer/supervisor.ts';
import { listCorpusFiles } from './node/corpusFiles.ts';
import { commitState } from './node/indexManifest.ts';
import { serveLines } from './node/lineServer.ts';
import { asServiceError, type OpenService, openService } from './node/openService.ts';
import { reasonOf } from './node/systemErrors.ts';

const USAGE = `用法：jianggao <命令>
  index --index DIR [--verify] PATH…  建立或更新索引；--verify 先通读一遍，重建损坏之处
  import FILE                         清洗后的文本、元数据、修复记录
  complete --index DIR [--limit N] [--mode eager|balanced|quiet] < 草稿
  lookup --index DIR [--limit N] 词句  查出处
  outline FILE | series FILE          提纲；排比
  check --index DIR FILE              检查：序号、数目等可能的疏漏
  serve --index DIR                   标准输入输出上的 JSON 行服务
选项 --json 输出 JSON。export 尚未提供。`;

const REPAIR = '请运行 jianggao index --verify 重建损坏之处';

class UsageError extends Error {}

interface Arguments {
  readonly json: boolean;
  readonly index: string | undefined;
  readonly limit: number | undefined;
  readonly mode: string | undefined;
  readonly verify: boolean;
  readonly rest: readonly string[];
}

type Command = (args: Arguments) => Promise<void>;
type Answer<M extends keyof SpeechService> = Awaited<ReturnType<SpeechService[M]>>;

const commands: Readonly<Record<string, Command>> = {
  async index(args) {
    if (args.rest.length === 0) throw new UsageError('缺少要索引的路径');
    const supervisor = new IndexerSupervisor({
      indexerPath: join(__dirname, 'indexer.cjs'),
      indexDirectory: required(args.index, '--index'),
      assetDirectory: __dirname,
    });
    supervisor.onProgress(({ phase, done, total }) => {
      process.stderr.write(total > 0 ? `${phase} ${done}/${total}\n` : `${phase}\n`);
    });
    const { changed: _, notices, ...report } = await supervisor.index(args.rest, { retry: true, verify: args.verify });
    for (const notice of notices) process.stderr.write(`${notice}\n`);
    print(args, report, () =>
      [
        `${report.documents} 篇，${report.characters} 字，${report.segments} 段，${Math.round(report.milliseconds)} 毫秒`,
        ...report.skipped.map(({ path, reason }) => `未收录 ${path}：${reason}`),
      ].join('\n'),
    );
  },

  async import(args) {
    const { clean, metadata } = await importFile(args);
    const { text, repairs } = clean;
    print(args, { text, metadata, repairs, rawOffsets: rawOffsets(clean) }, () => text);
  },

  async complete(args) {
    const text = await readAll(process.stdin);
    const result = await ask(args, 'complete', { text, limit: args.limit, mode: args.mode });
    print(args, result, () =>
      result.suggestions
        .map(({ insertText, documents, provenance }) => `${insertText}\t${documents}\t${provenance?.title ?? ''}`)
        .join('\n'),
    );
  },

  async lookup(args) {
    const phrase = required(args.rest[0], '词句');
    const result = await ask(args, 'lookup', { phrase, limit: args.limit });
    print(args, result, () =>
      [
        `${result.documents} 篇 ${result.occurrences} 处`,
        ...result.hits.map(({ before, match, after, title }) => `${before}【${match}】${after}\t《${title}》`),
      ].join('\n'),
    );
  },

  async outline(args) {
    const sections = outline((await importFile(args)).clean.text);
    print(args, { sections }, () => indented(sections, 0).join('\n'));
  },

  async series(args) {
    const series = findSeries((await importFile(args)).clean.text);
    print(args, { series }, () =>
      series.map(({ family, members }) => `${family}\t${members.map(member => member.text).join(' | ')}`).join('\n'),
    );
  },

  async check(args) {
    const result = await ask(args, 'check', { text: await draftText(args), path: resolve(args.rest[0]!) });
    print(args, result, () =>
      result.findings.map(({ start, end, kind, message }) => `${start}-${end}\t${kind}\t${message}`).join('\n'),
    );
  },

  async serve(args) {
    // It goes on all the same, with answers that are empty, until there is an index.
    const nothing = nothingToAsk(args);
    if (nothing !== undefined) console.error(`jianggao: ${nothing}`);
    await serveLines(() => openIndexOf(args), process.stdin, console.log);
  },

  export: () => Promise.reject(new UsageError('export 尚未提供')),
};

/** One answer of the service over the index that the arguments name. Parameters are checked as those of `serve` are. */
async function ask<M extends keyof SpeechService>(
  args: Arguments,
  method: M,
  params: RequestParams,
): Promise<Answer<M>> {
  const nothing = nothingToAsk(args);
  if (nothing !== undefined) throw new Error(nothing);
  const { service, close } = openIndexOf(args);
  try {
    return (await handleRequest(service, method, params)) as Answer<M>;
  } catch (error) {
    throw asServiceError(error);
  } finally {
    close();
  }
}

/** What is said where a directory has no index that can be asked. */
const NOTHING_TO_ASK = {
  none: '中没有索引，请先运行 jianggao index',
  otherFormat: '中的索引是另一版本建的，不能用，请重新运行 jianggao index',
};

function nothingToAsk(args: Arguments): string | undefined {
  const directory = required(args.index, '--index');
  try {
    const state = commitState(directory);
    return state === 'current' ? undefined : `${directory} ${NOTHING_TO_ASK[state]}`;
  } catch (error) {
    throw asServiceError(error);
  }
}

function openIndexOf(args: Arguments): OpenService {
  return openService(required(args.index, '--index'));
}

/** With what a sidecar states of it. */
async function importFile(args: Arguments): Promise<ReadFile> {
  const path = required(args.rest[0], '文件');
  const read = await readAny(bytesOf(path), path, join(__dirname, 'cmaps'));
  const { sidecars, skipped } = await listCorpusFiles([path]);
  const sidecar = sidecars.get(resolve(path));
  if (sidecar === undefined) return read;
  for (const problem of skipped) process.stderr.write(`${problem.path}：${problem.reason}\n`);
  return { ...read, metadata: withSidecar(read.metadata, sidecar) };
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`${path}：${reasonOf(error)}`);
  }
}

/** A draft as it was typed: what import would mend is for the checks to find. Other formats as the text they hold. */
async function draftText(args: Arguments): Promise<string> {
  const { format, raw, clean } = await importFile(args);
  return format === 'text' ? raw.text : clean.text;
}

/** A line a section, those within another indented: «一、加强领导〔tab〕部署任务». */
function indented(sections: readonly Section[], depth: number): string[] {
  return sections.flatMap(section => [
    `${'  '.repeat(depth)}${section.title}${section.function ? `\t${section.function}` : ''}`,
    ...indented(section.children, depth + 1),
  ]);
}

function print(args: Arguments, data: unknown, asText: () => string): void {
  console.log(args.json ? JSON.stringify(data) : asText());
}

function required<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new UsageError(`缺少 ${name}`);
  return value;
}

function parse(argv: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        index: { type: 'string' },
        limit: { type: 'string' },
        mode: { type: 'string' },
        verify: { type: 'boolean', default: false },
      },
    });
    const limit = values.limit === undefined ? undefined : Number(values.limit);
    if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) throw new Error('--limit 应为非负整数');
    const { json, index, mode, verify } = values;
    return { json, index, limit, mode, verify, rest: positionals };
  } catch (error) {
    // The quoted part of the parser's English names the option.
    const { message } = error as Error;
    throw new UsageError(`选项不对：${/'(-[^' ]+)/u.exec(message)?.[1] ?? message}`);
  }
}

async function main(): Promise<void> {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command === undefined) throw new UsageError(name === '' ? '缺少命令' : `没有名为 ${name} 的命令`);
    await command(parse(rest));
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(`jianggao: ${(error as Error).message}`);
    if (error instanceof ServiceError && error.code === 'index-damaged') console.error(REPAIR);
    if (isUsage) console.error(USAGE);
    process.exitCode = isUsage ? 2 : 1;
  }
}

void main();
