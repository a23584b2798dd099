import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { folders } from '../harness/folders.mjs';
import { until } from '../harness/until.mjs';
import { Paperside } from './support/paperside';
import { excludes } from './support/whenClause';

interface Keybinding {
  readonly command: string;
  readonly key: string;
  readonly when?: string;
}

interface ContributedKeybinding extends Keybinding {
  readonly mac?: string;
  readonly win?: string;
  readonly linux?: string;
}

/** What a browser says of itself, by which VS Code chooses its default keys. */
const systems = {
  linux: { platform: 'Linux x86_64', agent: 'X11; Linux x86_64' },
  mac: { platform: 'MacIntel', agent: 'Macintosh; Intel Mac OS X 10_15_7' },
  win: { platform: 'Win32', agent: 'Windows NT 10.0; Win64; x64' },
} as const;

const { contributes } = JSON.parse(readFileSync(join(folders.root, 'package.json'), 'utf8')) as {
  readonly contributes: { readonly keybindings: readonly ContributedKeybinding[] };
};

/** Keys that only work in a list or a page of ours take nothing from anybody. */
const ownPlaces = [/^paperside\.searchVisible$/, /^activeWebviewPanelId == 'paperside\.abstract'$/];

for (const [name, { platform, agent }] of Object.entries(systems)) {
  describe(`Default keys of VS Code on ${name}`, () => {
    let defaults: readonly Keybinding[];
    const ours = contributes.keybindings
      .map((binding) => ({
        ...binding,
        key: normalized(binding[name as keyof typeof systems] ?? binding.key),
        when: binding.when ?? '',
      }))
      .filter(({ when }) => !when.split(' && ').some((part) => ownPlaces.some((place) => place.test(part))));

    before(async () => {
      const userAgent = `Mozilla/5.0 (${agent}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`;
      const { workbench, close } = await openedAs({ userAgent, platform });
      await workbench.runCommand('Preferences: Open Default Keyboard Shortcuts (JSON)');
      const editor = workbench.editor('keybindings.json');
      await editor.locator('.view-line').first().click();
      await workbench.page.keyboard.press(name === 'mac' ? 'Meta+a' : 'Control+a');
      await workbench.writeClipboard('');
      const text = await until(
        async () => {
          await workbench.page.evaluate(() => document.execCommand('copy'));
          return workbench.readClipboard();
        },
        (copied) => copied.includes('"key":'),
        'the default keys are copied',
      );
      defaults = withoutComments(text)
        .filter(({ command }) => !command.startsWith('paperside.'))
        .map((binding) => ({ ...binding, key: normalized(binding.key) }));
      await close();
    });

    it('are read', () => {
      expect(defaults.length).to.be.greaterThan(500);
      const palette = defaults.filter(({ command }) => command === 'workbench.action.showCommands');
      expect(palette.map(({ key }) => key)).to.include(normalized(name === 'mac' ? 'shift+cmd+p' : 'ctrl+shift+p'));
    });

    it('are left alone by the keys of Paperside', () => {
      expect(ours.map(({ command }) => command)).to.include('paperside.search');
      const clashes = ours.flatMap((own) =>
        defaults
          .filter((other) => clash(own, other))
          .map((other) => `${own.command} takes ${other.key} from ${other.command}`),
      );
      expect(clashes).to.deep.equal([]);
    });
  });
}

async function openedAs(system: { readonly userAgent: string; readonly platform: string }) {
  const paperside = await Paperside.open({ system });
  return { workbench: paperside.workbench, close: () => paperside.close() };
}

/** Whether two keys get into each other's way: the same keys, or one the beginning of the other, at the same time. */
function clash(own: Keybinding, other: Keybinding): boolean {
  const overlap = own.key === other.key || own.key.startsWith(`${other.key} `) || other.key.startsWith(`${own.key} `);
  return overlap && !excludes(own.when ?? '', other.when ?? '');
}

/** Keys with their modifiers in one order. */
function normalized(keys: string): string {
  return keys
    .toLowerCase()
    .split(' ')
    .map((stroke) => {
      const [, modifiers = '', key = ''] = /^((?:(?:ctrl|shift|alt|cmd|win|meta)\+)*)(.+)$/.exec(stroke) ?? [];
      return [...modifiers.split('+').filter(Boolean).sort(), key].join('+');
    })
    .join(' ');
}

/** The JSON of the default keys, which begins and ends with comments. */
function withoutComments(text: string): readonly Keybinding[] {
  return JSON.parse(text.slice(text.indexOf('['), text.lastIndexOf('\n]') + 2)) as readonly Keybinding[];
}
