// Copies what the tests append to a file to our standard output: a remote extension host's console does not reach it.

import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';

const interval = 100;

export class OutputFollower {
  readonly file: string;
  readonly #timer: NodeJS.Timeout;
  readonly #descriptor: number;
  readonly #buffer = Buffer.alloc(1 << 16);
  #position = 0;

  constructor(file: string) {
    this.file = file;
    writeFileSync(file, '');
    this.#descriptor = openSync(file, 'r');
    this.#timer = setInterval(() => this.#copy(), interval);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#copy();
    closeSync(this.#descriptor);
  }

  #copy(): void {
    for (;;) {
      const length = readSync(this.#descriptor, this.#buffer, 0, this.#buffer.length, this.#position);
      if (length === 0) return;
      this.#position += length;
      process.stdout.write(Buffer.from(this.#buffer.subarray(0, length)));
    }
  }
}
