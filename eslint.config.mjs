import { builtinModules } from 'node:module';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const node = [...builtinModules, 'node:*'];
const layers = ['core', 'protocol', 'worker', 'host', 'ui', 'webview'];

/**
 * What one layer may not import. Type imports of `allowedTypes` are let through.
 * @param {string} layer
 * @param {string[]} allowed the other layers it may import from
 * @param {{ modules?: string[], typesOnly?: string[] }} [options]
 */
function layer(layer, allowed, { modules = [], typesOnly = [] } = {}) {
  const banned = layers.filter((other) => other !== layer && !allowed.includes(other) && !typesOnly.includes(other));
  return {
    files: [`src/${layer}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: modules.map((name) => ({ name, message: `${layer} knows nothing of ${name}.` })),
          patterns: [
            { group: ['node:*'], message: `${layer} runs in every host.` },
            ...banned.map((other) => ({
              regex: `^(\\.\\./)+${other}/`,
              message: `${layer} may not import from ${other}.`,
            })),
            ...typesOnly.map((other) => ({
              regex: `^(\\.\\./)+${other}/`,
              allowTypeImports: true,
              message: `${layer} may import only types from ${other}.`,
            })),
            { regex: '(^|/)extension(\\.|$)', message: 'Only the entry points see the entry points.' },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['dist/', 'out/', '**/*.d.ts'] },
  ...tseslint.configs.recommended,
  ...tseslint.configs.stylistic,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  layer('core', [], { modules: ['vscode', ...node] }),
  layer('protocol', ['core'], { modules: ['vscode', ...node] }),
  layer('worker', ['core', 'protocol'], { modules: ['vscode', ...node.filter((name) => name !== 'worker_threads')] }),
  layer('host', ['core', 'protocol'], { modules: node }),
  layer('ui', ['core', 'protocol', 'host'], { modules: node }),
  layer('webview', [], { modules: ['vscode', ...node], typesOnly: ['core', 'protocol'] }),
  {
    files: ['src/worker/main.node.ts', 'src/worker/keptFiles.node.ts', 'src/extension.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'minisearch', message: 'MiniSearch is here to be measured against.' }] },
      ],
    },
  },
  { files: ['esbuild.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } }, // the manifest makes it CommonJS
  prettier,
);
