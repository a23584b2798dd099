import { env, l10n } from 'vscode';
import type { AbstractPageParts } from './abstractPageParts';

/**
 * The empty page of the abstract panel, which needs nothing from anywhere else. It holds no word of any paper: those
 * come by message, as text.
 */
export function abstractHtml({ style, script }: AbstractPageParts): string {
  const nonce = randomNonce();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escapeAttribute(env.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<title>Paperside</title>
<style nonce="${nonce}">${escapeRawText(style)}</style>
</head>
<body>
<p class="loading">${escapeAttribute(l10n.t('Loading…'))}</p>
<script nonce="${nonce}">${escapeRawText(script)}</script>
</body>
</html>`;
}

function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Strings of a script or style sheet keep their meaning, but none can end the element, nor begin a comment in it. */
function escapeRawText(text: string): string {
  return text.replace(/<(?=\/(?:script|style)|!--)/gi, '<\\');
}
