// Lets tests inside the extension host call the driver operations: one POST of {operation, values} for each call.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import type { DriverOperations } from './driverOperations.ts';

export interface DriverRequest {
  readonly operation: keyof DriverOperations;
  readonly values: readonly unknown[];
}

export type DriverResponse = { readonly value: unknown } | { readonly error: string };

/** Returns the server and its address. `operations` may become available later than the server. */
export async function startDriverServer(
  operations: () => DriverOperations | undefined,
): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    void answer(request, operations()).then(result => response.end(JSON.stringify(result)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, address: `http://127.0.0.1:${address.port}/` };
}

async function answer(request: IncomingMessage, operations: DriverOperations | undefined): Promise<DriverResponse> {
  try {
    if (operations === undefined) throw new Error('the browser is not there yet');
    const { operation, values } = JSON.parse(await text(request)) as DriverRequest;
    const run = operations[operation] as (...values: readonly unknown[]) => Promise<unknown>;
    return { value: (await run(...values)) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
