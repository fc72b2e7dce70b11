/** What is used of WebAssembly: TypeScript's own library declares it with the DOM only, which nothing here may touch. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
    /** Sizes in pages of 64 KiB. */
    constructor(size: { readonly initial: number; readonly maximum?: number });
    /** Takes so many pages more; `buffer` is another one then. */
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array<ArrayBuffer>);
  }
  class Instance {
    readonly exports: object;
    constructor(module: Module, imports: Imports);
  }
  type Imports = Readonly<Record<string, Readonly<Record<string, Memory | number>>>>;
}
