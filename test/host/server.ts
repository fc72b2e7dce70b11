// VS Code's own server, from the code-server package: it serves the workbench and runs the extension host.

import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { serverEntry } from './paths.ts';
import { endProcessGroup, hasEnded } from './processes.ts';

const startLimit = 60_000;
/** How much of the server's log is kept for the report of a failure, in characters. */
const logTail = 20_000;

export interface ServerOptions {
  readonly userData: string;
  readonly extensionsFolder?: string;
  /** Added to our own environment; the extension host, and so the tests, see it. */
  readonly environment: Readonly<Record<string, string>>;
}

export class EditorServer {
  readonly port: number;
  readonly #process: ChildProcess;
  #log = '';

  constructor(port: number, options: ServerOptions) {
    this.port = port;
    const environment: NodeJS.ProcessEnv = { ...process.env, ...options.environment };
    for (const name of ['VSCODE_IPC_HOOK_CLI', 'ELECTRON_RUN_AS_NODE']) delete environment[name];
    const extensions = options.extensionsFolder === undefined ? [] : ['--extensions-dir', options.extensionsFolder];
    const switches = [
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--accept-server-license-terms', '--enable-smoke-test-driver', '--telemetry-level', 'off'],
      ...['--disable-workspace-trust', '--server-data-dir', options.userData, ...extensions],
    ];
    // Our own Node, the one that package.json pins, also runs the extension host.
    this.#process = spawn(process.execPath, [serverEntry, ...switches], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true, // a process group of its own, so that it can be ended as a whole
    });
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream?.on('data', chunk => {
        this.#log = (this.#log + String(chunk)).slice(-logTail);
      });
    }
  }

  get log(): string {
    return this.#log;
  }

  /** Resolves with the exit code when the server ends by itself, which it should not. */
  ended(): Promise<number> {
    return new Promise(resolve => this.#process.once('exit', code => resolve(code === 0 ? 70 : (code ?? 70))));
  }

  stop(): Promise<void> {
    return endProcessGroup(this.#process);
  }

  /** Resolves when the server accepts connections. */
  async listening(): Promise<void> {
    const limit = Date.now() + startLimit;
    while (!this.#log.includes('agent listening')) {
      if (hasEnded(this.#process)) throw new Error(`编辑器服务意外退出：\n${this.#log}`);
      if (Date.now() > limit) throw new Error(`编辑器服务 ${startLimit / 1000} 秒内没有启动：\n${this.#log}`);
      await delay(50);
    }
  }
}
