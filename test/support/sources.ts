import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A source file of the extension, parsed. */
export function sourceFiles(): readonly ts.SourceFile[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => join('src', path))
    .map((path) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
}

/** Every call in the sources, with the text of what is called: `commands.registerCommand`. */
export function calls(): readonly { readonly name: string; readonly node: ts.CallExpression }[] {
  const found: { name: string; node: ts.CallExpression }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) found.push({ name: node.expression.getText(), node });
    ts.forEachChild(node, visit);
  };
  for (const file of sourceFiles()) visit(file);
  return found;
}

/** The texts handed to `l10n.t`, in the order of the alphabet. Fails on one that cannot be read from the source. */
export function localizedTexts(): readonly string[] {
  const texts = calls()
    .filter(({ name }) => name === 'l10n.t' || name === 'vscode.l10n.t')
    .map(({ node }) => {
      const [text] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) return text.text;
      throw new Error(`${node.getSourceFile().fileName}: l10n.t needs its text as a plain literal: ${node.getText()}`);
    });
  return [...new Set(texts)].sort();
}
