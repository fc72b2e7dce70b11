import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** What the measures need of a service. */
export type Asker = Pick<ServeClient, 'request'>;

/** `jianggao serve` as a program of its own, spoken to in JSON lines: one request, then its reply. */
export class ServeClient {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #replies: AsyncIterator<string>;
  #id = 0;

  /** @param cli path of the built command line */
  constructor(cli: string, indexDirectory: string) {
    this.#child = spawn(process.execPath, [cli, 'serve', '--index', indexDirectory]);
    this.#child.stderr.pipe(process.stderr);
    this.#replies = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** Requests must not overlap. Rejects where the service answers with an error or ends. */
  async request<T>(method: string, params: unknown = {}): Promise<T> {
    this.#child.stdin.write(`${JSON.stringify({ id: ++this.#id, method, params })}\n`);
    const { value, done } = await this.#replies.next();
    if (done === true) throw new Error(`serve: ended at ${method}`);
    const { result, error } = JSON.parse(value) as Reply;
    if (error !== undefined) throw new Error(`serve: ${method}: ${error.code} ${error.message}`);
    return result as T;
  }

  /** The service ends by itself where its input does. */
  close(): void {
    this.#child.stdin.end();
  }
}
