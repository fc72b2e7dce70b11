/** Of WebAssembly's memory. */
export const PAGE_BYTES = 0x10000;

/** A WebAssembly module that is checked in as text, so that sources run as they are. Compiled when it is first used. */
export class AssembledModule {
  readonly #base64: string;
  #module: WebAssembly.Module | undefined;

  constructor(base64: string) {
    this.#base64 = base64;
  }

  /** What the module exports over `imports`. */
  exports(imports: WebAssembly.Imports): object {
    this.#module ??= new WebAssembly.Module(Uint8Array.from(atob(this.#base64), character => character.charCodeAt(0)));
    return new WebAssembly.Instance(this.#module, imports).exports;
  }
}
