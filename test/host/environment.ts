// The environment variables through which the parts of the test host talk to each other and to a person. Spelled only here.

/** For people: a desktop VS Code to use in place of the bundled one. */
export const desktopVariable = 'JIANGGAO_VSCODE';
/** For people: a Chromium to use in place of the one on the PATH. */
export const chromiumVariable = 'CHROMIUM_PATH';
/** For people: seconds after which a test run in the stand-in is ended with exit code 124. */
export const limitVariable = 'JIANGGAO_HOST_LIMIT';
/** For people: set to anything to see the editor's own log. */
export const verboseVariable = 'JIANGGAO_HOST_VERBOSE';

/** Stand-in → tests: address of the driver; absent under a desktop VS Code. */
export const driverVariable = 'JIANGGAO_DRIVER';
/** Stand-in → tests: file whose growth is copied to the terminal; console output of the extension host does not get there. */
export const outputVariable = 'JIANGGAO_TEST_OUTPUT';

/** Launcher → tests: JSON, see `TestPlan`. */
export const planVariable = 'JIANGGAO_TEST_PLAN';

/** What the test entry inside the extension host is to do. */
export interface TestPlan {
  /** Bundled test files, absolute. */
  readonly files: readonly string[];
  /** Identifier of the extension that must activate before the first test, e.g. `jianggao.jianggao`. */
  readonly extension: string;
  /** Where the results are written, see `TestResults`. */
  readonly results: string;
  readonly grep?: string;
}
