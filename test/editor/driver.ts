// Real keys, input method, mouse and screen for tests that run inside the extension host. The calls travel over HTTP to the
// stand-in (test/host/driverOperations.ts, where each operation is described), which drives the browser that shows the editor:
//
//   await driver.ime('真抓', 'zhenzhua');
//   const rows = await until(() => driver.suggest());
//
// A desktop VS Code has no driver: begin such a suite with `before(needsDriver)`.

import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { DriverOperations } from '../host/driverOperations.ts';
import type { DriverRequest, DriverResponse } from '../host/driverServer.ts';
import { driverVariable } from '../host/environment.ts';

/** The operations as seen from the tests: whatever the browser answers comes back as a promise. */
type Driver = {
  readonly [Name in keyof DriverOperations]: (
    ...values: Parameters<DriverOperations[Name]>
  ) => Promise<Awaited<ReturnType<DriverOperations[Name]>>>;
};

const address = process.env[driverVariable];
/** Longer than any operation takes, in milliseconds, and shorter than a test may. */
const callLimit = 15_000;

export const driverAvailable = address !== undefined;

/** For mocha's `before`: skips the suite under an editor that cannot be driven. */
export function needsDriver(this: Mocha.Context): void {
  if (!driverAvailable) this.skip();
}

export const driver = new Proxy({} as Driver, {
  get:
    (_, operation: keyof DriverOperations) =>
    (...values: readonly unknown[]) =>
      call({ operation, values }),
});

async function call(operation: DriverRequest): Promise<unknown> {
  if (address === undefined) throw new Error('this editor has no driver');
  // No keep-alive: an idle connection to the stand-in would be reset under a later call. A browser that hangs fails the test.
  const signal = AbortSignal.timeout(callLimit);
  const outgoing = request(address, { method: 'POST', agent: false, signal });
  const answer = JSON.parse(await send(outgoing, JSON.stringify(operation))) as DriverResponse;
  if ('error' in answer) throw new Error(`driver.${operation.operation}: ${answer.error}`);
  return answer.value;
}

async function send(outgoing: ClientRequest, body: string): Promise<string> {
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return text(response);
}
