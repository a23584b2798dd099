import { env, l10n, Uri, type Webview } from 'vscode';

/**
 * The empty page of the abstract panel. It holds no word of any paper: those come by message, as text.
 * @param webview whose page it will be
 */
export function abstractHtml(webview: Webview, extensionUri: Uri): string {
  const address = (...path: string[]): string =>
    escapeAttribute(webview.asWebviewUri(Uri.joinPath(extensionUri, ...path)).toString());
  const nonce = randomNonce();
  const policy = [
    "default-src 'none'",
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<title>Paperside</title>
<link rel="stylesheet" href="${address('media', 'abstract.css')}">
</head>
<body>
<p class="loading">${escapeAttribute(l10n.t('Loading…'))}</p>
<script nonce="${nonce}" src="${address('dist', 'webview.js')}"></script>
</body>
</html>`;
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
