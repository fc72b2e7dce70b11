/**
 * What pdf.js takes for granted and Node 20, on which the command line may be run, does not have yet. Added only where it
 * is missing; Node 22.13 and later, and so every editor we run in, have it all.
 */
export function addWhatPdfjsExpects(): void {
  addMissing(Promise, 'withResolvers', function withResolvers() {
    let resolve: unknown;
    let reject: unknown;
    const promise = new Promise((onDone, onFailed) => {
      resolve = onDone;
      reject = onFailed;
    });
    return { promise, resolve, reject };
  });
  addMissing(Promise, 'try', (task: (...values: unknown[]) => unknown, ...values: unknown[]) => {
    return new Promise(resolve => resolve(task(...values)));
  });
  addMissing(URL, 'parse', (url: string, base?: string) => (URL.canParse(url, base) ? new URL(url, base) : null));
}

function addMissing(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}
