import { commands, type Disposable, l10n, type QuickPickItem, window } from 'vscode';
import type { PaperId } from '../core/paper';
import type { LibraryClient } from '../host/libraryClient';
import type { TopicCorrections } from '../host/topicCorrections';
import { paperArguments } from './paperArguments';

export interface TopicCommandsOptions {
  readonly library: Pick<LibraryClient, 'groups'>;
  readonly topicCorrections: Pick<TopicCorrections, 'move'>;
  /** The papers that a command's arguments, the panel or the user name; empty when the question was dismissed. */
  readonly papersMeant: (parameters: readonly unknown[]) => Promise<readonly PaperId[]>;
}

interface TopicItem extends QuickPickItem {
  readonly choice: 'topic' | 'new' | 'automatic';
}

/** `paperside.moveToTopic`: what dragging a row to a topic does, for the keyboard. */
export function registerTopicCommands({ library, papersMeant, topicCorrections }: TopicCommandsOptions): Disposable {
  return commands.registerCommand('paperside.moveToTopic', async (...parameters: readonly unknown[]) => {
    const ids = await papersMeant(parameters);
    if (ids.length === 0) return;
    const named = topicArgument(parameters);
    if (named !== undefined) {
      await topicCorrections.move(ids, named);
      return;
    }
    if (paperArguments(parameters).kind === 'code') return; // nobody is there to be asked
    const groups = await library.groups('topic', 'title');
    const items: readonly TopicItem[] = [
      { label: l10n.t('New topic…'), choice: 'new' },
      { label: l10n.t('Where Paperside puts it by itself'), choice: 'automatic' },
      ...groups.map(
        ({ label, ids: papers }) => ({ label, description: String(papers.length), choice: 'topic' }) as const,
      ),
    ];
    const chosen = await window.showQuickPick(items, { title: l10n.t('Move to topic') });
    if (!chosen) return;
    if (chosen.choice === 'automatic') {
      await topicCorrections.move(ids, undefined);
      return;
    }
    const topic = chosen.choice === 'topic' ? chosen.label : await askTopic();
    if (topic !== undefined && topic !== '') await topicCorrections.move(ids, topic);
  });
}

async function askTopic(): Promise<string | undefined> {
  const topic = await window.showInputBox({
    title: l10n.t('New topic'),
    validateInput: (value) => (value.trim() === '' ? l10n.t('A topic needs a name.') : undefined),
  });
  return topic?.trim();
}

/** `{ ids, topic }`, as code calls it. */
function topicArgument([first]: readonly unknown[]): string | undefined {
  if (typeof first !== 'object' || first === null || !('topic' in first)) return undefined;
  const { topic } = first;
  return typeof topic === 'string' && topic.trim() !== '' ? topic.trim() : undefined;
}
