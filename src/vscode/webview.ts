import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { isReadyMessage } from '../webview/protocol.ts';
import { pageHtml } from './webviewPage.ts';

export interface PageOptions<FromPage> {
  readonly webview: vscode.Webview;
  readonly extensionUri: vscode.Uri;
  /** The page's folder in src/webview, with `main.ts`, `style.css` and `messages.ts`. */
  readonly name: string;
  readonly title: string;
  /** Called when the page has been loaded, also when it is loaded again after it was hidden: it shows nothing yet, so post all it needs. */
  readonly onReady: () => void;
  /** Reads a message; `undefined` if its shape is not that of one. A page names lines and rows by number, never files. */
  readonly read: (message: unknown) => FromPage | undefined;
  readonly onMessage: (message: FromPage) => void;
}

/** The host's end of a page. */
export interface Page<ToPage> extends vscode.Disposable {
  /** Posts plain data; lost while the page is not loaded, since it will say that it is ready. */
  post(message: ToPage): void;
}

/** Puts one of our pages into a webview: nothing but our own script and style sheet from dist/webview may run in it. */
export function openPage<ToPage, FromPage>(options: PageOptions<FromPage>): Page<ToPage> {
  const { webview, extensionUri, name, title, onReady, read, onMessage } = options;
  const folder = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
  const address = (file: string): string => webview.asWebviewUri(vscode.Uri.joinPath(folder, name, file)).toString();
  webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [folder] };
  const listening = webview.onDidReceiveMessage((message: unknown) => {
    if (isReadyMessage(message)) return onReady();
    const known = read(message);
    if (known !== undefined) onMessage(known);
  });
  webview.html = pageHtml({
    cspSource: webview.cspSource,
    nonce: randomBytes(16).toString('base64url'),
    script: address('main.js'),
    style: address('style.css'),
    language: vscode.env.language,
    title,
  });
  return {
    post: message => void webview.postMessage(message),
    dispose: () => listening.dispose(),
  };
}
