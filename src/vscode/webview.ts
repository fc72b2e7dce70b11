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
  /** Called whenever the page has loaded, which it does again after being hidden: it shows nothing yet, so post all its data. */
  readonly onReady: () => void;
  /** Parses a message from the page; `undefined` if its shape is unknown. Pages name lines and rows by number, never files. */
  readonly read: (message: unknown) => FromPage | undefined;
  readonly onMessage: (message: FromPage) => void;
}

/** The extension host's side of a page. */
export interface Page<ToPage> extends vscode.Disposable {
  /** Posts plain data. A message is lost while the page is not loaded; `onReady` will be called once it is. */
  post(message: ToPage): void;
}

/** Shows one of our pages in a webview. Only our own script and style sheet from dist/webview can run in it. */
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
