// The address at which the server shows a workbench with our extension loaded from its source folder.

export interface WorkbenchRequest {
  readonly port: number;
  readonly extensions: readonly string[];
  readonly tests?: string;
  readonly workspace?: string;
  /** A file to open in the editor, below the workspace, as `PATH:LINE:COLUMN`, both from 1. */
  readonly place?: string;
}

export function workbenchAddress(request: WorkbenchRequest): string {
  const onServer = (file: string) => `vscode-remote://127.0.0.1:${request.port}${encodeURI(file)}`;
  const payload = request.extensions.map(folder => ['extensionDevelopmentPath', onServer(folder)]);
  if (request.tests !== undefined) payload.push(['extensionTestsPath', onServer(request.tests)]);
  if (request.place !== undefined) payload.push(['openFile', onServer(request.place)], ['gotoLineMode', 'true']);
  const query = new URLSearchParams();
  if (request.workspace === undefined) query.set('ew', 'true');
  else query.set(request.workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', request.workspace);
  query.set('payload', JSON.stringify(payload));
  return `http://127.0.0.1:${request.port}/?${query}`;
}
