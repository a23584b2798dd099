// Builds everything that ships into dist/: the extension for both hosts, its worker for both, and the panel's script.
const esbuild = require('esbuild');
const { rmSync } = require('node:fs');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  logLevel: 'warning',
  legalComments: 'none',
};

/** Leaves the library that runs without a worker to a bundle of its own. @type {import('esbuild').Plugin} */
const externalLocalLibrary = {
  name: 'external-local-library',
  setup({ onResolve }) {
    onResolve({ filter: /\/localLibrary$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './localLibrary.js', external: true } : undefined,
    );
  },
};

// Node 20 is what VS Code 1.100, the oldest that Paperside supports, runs its extensions in.
/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', target: 'node20', format: 'cjs' };
/** @type {import('esbuild').BuildOptions} */
const browser = { ...shared, platform: 'browser', target: 'es2023' };

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    external: ['vscode'],
    plugins: [externalLocalLibrary],
  },
  { ...node, entryPoints: ['src/worker/localLibrary.ts'], outfile: 'dist/localLibrary.js' },
  { ...node, entryPoints: ['src/worker/main.node.ts'], outfile: 'dist/worker.js' },
  {
    ...browser,
    entryPoints: ['src/extension.browser.ts'],
    outfile: 'dist/extension.browser.js',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...browser, entryPoints: ['src/worker/main.browser.ts'], outfile: 'dist/worker.browser.js', format: 'iife' },
  { ...browser, entryPoints: ['src/webview/main.ts'], outfile: 'dist/webview.js', format: 'iife' },
];

async function main() {
  rmSync('dist', { recursive: true, force: true });
  const contexts = await Promise.all(bundles.map((options) => esbuild.context(options)));
  if (watch) {
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  try {
    await Promise.all(contexts.map((context) => context.rebuild()));
  } finally {
    await Promise.all(contexts.map((context) => context.dispose()));
  }
}

main().catch(() => {
  process.exitCode = 1; // esbuild has printed what is wrong
});
