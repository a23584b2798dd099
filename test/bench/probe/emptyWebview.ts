import { ViewColumn, type WebviewPanel, window } from 'vscode';

/** Opens what the abstract panel is compared with: beside the code, with a script that says when it has painted. */
export function openEmptyWebview(): WebviewPanel {
  const panel = window.createWebviewPanel(
    'papersideBench.empty',
    'Empty',
    { viewColumn: ViewColumn.Two, preserveFocus: true },
    { enableScripts: true },
  );
  panel.webview.html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-bench'">
<title>Empty</title>
</head>
<body>
<script nonce="bench">
const api = acquireVsCodeApi();
requestAnimationFrame(() => requestAnimationFrame(() => api.postMessage({ type: 'painted' })));
</script>
</body>
</html>`;
  return panel;
}
