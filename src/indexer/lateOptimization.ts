import { setFlagsFromString } from 'node:v8';

/** Of files to be read, about two million characters in UTF-8: with more of them, functions are called often enough to be worth TurboFan's work. */
const SMALL_UPDATE_BYTES = 6_000_000;

/** How often, by V8's reckoning, a function has been called before TurboFan compiles it; V8's own number is 3,000. */
const INVOCATIONS = 100_000;

/**
 * In an update that reads no more than a small corpus has, TurboFan compiles for longer than what it makes is run for; V8's quicker compilers do without it.
 * A V8 that does not know the setting goes on as it is. Does nothing in Electron, for the reason that `collectGarbage` states.
 * @param bytes of all files that are to be read
 */
export function optimizeLateIfSmall(bytes: number): void {
  if (bytes > SMALL_UPDATE_BYTES || 'electron' in process.versions) return;
  setFlagsFromString(`--invocation-count-for-turbofan=${INVOCATIONS}`);
}
