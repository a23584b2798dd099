import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import ts from 'typescript';
import { citationFormats } from '../../src/core/cite/citationFormats';
import { calls, localizedTexts, sourceFiles } from '../support/sources';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

const text = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(text('package.json')) as Manifest;
const { commands, configuration, keybindings, menus } = manifest.contributes;
const texts = JSON.parse(text('package.nls.json')) as Record<string, string>;
const readme = text('README.md');

/** Every string literal in the sources that starts like a command of ours. */
const literals = (): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && node.text.startsWith('paperside.')) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  for (const file of sourceFiles()) visit(file);
  return found;
};

describe('Manifest', () => {
  it('is awake where a citation could be pasted', () => {
    const languages = citationFormats.flatMap(({ languageIds }) => languageIds.map((id) => `onLanguage:${id}`));
    expect(manifest.activationEvents).to.deep.equal(['onWebviewPanel:paperside.abstract', ...languages]);
  });

  it('contributes the commands that are registered, and no others', () => {
    const named = literals();
    for (const { command } of commands) expect(named, command).to.include(command);
    const contributed = new Set(commands.map(({ command }) => command));
    const registered = calls()
      .filter(({ name }) => name.endsWith('registerCommand'))
      .flatMap(({ node }) => node.arguments.slice(0, 1))
      .filter(ts.isStringLiteralLike)
      .map((literal) => literal.text);
    expect(registered).to.have.length.greaterThan(10);
    for (const command of registered) expect(contributed, command).to.include(command);
  });

  it('uses only commands of its own in menus and keys', () => {
    const known = new Set(commands.map(({ command }) => command));
    for (const { command } of [...Object.values(menus).flat(), ...keybindings]) expect(known).to.include(command);
  });

  it('gives every chord a form for macOS', () => {
    for (const { key, mac } of keybindings) if (key.includes('ctrl')) expect(mac, key).to.match(/cmd/);
  });

  it('has a text for every placeholder, and no other', () => {
    const used = new Set([...text('package.json').matchAll(/"%([^"%]+)%"/g)].map((match) => match[1]!));
    expect([...used].sort()).to.eql(Object.keys(texts).sort());
  });

  it('declares the settings that are read', () => {
    const named = literals();
    for (const setting of Object.keys(configuration.properties)) expect(named, setting).to.include(setting);
  });

  it('has every localized text in the bundle that translators start from', () => {
    const bundle = JSON.parse(text('l10n/bundle.l10n.json')) as Record<string, string>;
    expect(Object.keys(bundle)).to.eql(localizedTexts());
  });

  it('names files that exist', () => {
    const paths = [...text('package.json').matchAll(/"(?:icon|markdown)": "(media\/[^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(paths).to.have.length.greaterThan(4);
    for (const path of paths) expect(existsSync(path), path).to.equal(true);
  });
});

describe('README', () => {
  const title = (command: string): string => texts[`command.${command.slice('paperside.'.length)}`]!;
  const hidden = new Set(
    menus['commandPalette']!.filter((item) => 'when' in item && item.when === 'false').map(({ command }) => command),
  );

  it('lists every command with its title', () => {
    for (const { command } of commands) {
      if (!hidden.has(command)) expect(readme).to.include(`| \`${command}\` | ${title(command)} |`);
    }
  });

  it('lists every key', () => {
    const shown = (key: string): string =>
      key
        .split(' ')
        .map((part) =>
          part
            .split('+')
            .map((name) => name[0]!.toUpperCase() + name.slice(1))
            .join('+'),
        )
        .join(' ');
    for (const { command, key, mac } of keybindings) {
      expect(readme, command).to.include(`| ${shown(key)} | ${shown(mac ?? key)} |`);
    }
  });

  it('lists every setting with its default', () => {
    for (const [setting, { default: value }] of Object.entries(configuration.properties)) {
      expect(readme).to.include(`| \`${setting}\` | \`${JSON.stringify(value)}\` |`);
    }
  });

  it('shows pictures that exist', () => {
    for (const [, path] of readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)) expect(existsSync(path!), path).to.equal(true);
  });
});
