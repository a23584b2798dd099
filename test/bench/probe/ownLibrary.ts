import { readFile, writeFile } from 'node:fs/promises';
import { commands, type Event, type TextDocumentChangeEvent, Uri, window, workspace } from 'vscode';
import { summarize } from '../summary.mjs';
import { emit } from './emit';
import { EventLoopWatch, idleDelay, pause } from './eventLoop';
import { interceptPaperside, paperside } from './interceptPaperside';

const settleMilliseconds = 2_000;
const changes = 7;
const keys = 60;
const keyPause = 60;

/** Opens a large bibliography as a person's own library, changes it on disk, and types in it. */
export async function runOwnLibrary(): Promise<void> {
  const handled: number[] = [];
  interceptPaperside({ workspace: { onDidChangeTextDocument: timed(handled) } });
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open.');
  const file = Uri.joinPath(folder.uri, 'library.bib');
  await pause(settleMilliseconds);
  const idle = await idleDelay();

  const loadWatch = new EventLoopWatch();
  const asked = performance.now();
  const api = await paperside().activate();
  const groups = await api.groups('topic');
  const listed = performance.now() - asked;
  await api.ready();
  const ready = performance.now() - asked;
  await commands.executeCommand('paperside.library.focus');
  await pause(settleMilliseconds);
  const loadDelay = loadWatch.end();

  const shown = (title: string): Promise<number> =>
    new Promise((resolve) => {
      const listener = api.onDidChange(async () => {
        const [found] = await api.search(title, { limit: 1 });
        if (!found || (await api.getPaper(found.id))?.title !== title) return;
        listener.dispose();
        resolve(Date.now());
      });
    });
  const text = await readFile(file.fsPath, 'utf8');
  const second = text.indexOf('@', text.length / 2);
  const titleStart = text.indexOf('title = {', second) + 'title = {'.length;
  const titleEnd = text.indexOf('},', titleStart);
  /** Made before the watch begins, so that only Paperside is watched. */
  const versions = Array.from({ length: changes }, (_, change) => {
    const title = `Zyzzyva measured for the ${change}th time`;
    return { title, bytes: Buffer.from(text.slice(0, titleStart) + title + text.slice(titleEnd)) };
  });

  const changed: number[] = [];
  const changeWatch = new EventLoopWatch();
  for (const { title, bytes } of versions) {
    const seen = shown(title);
    const saved = Date.now();
    await writeFile(file.fsPath, bytes);
    changed.push((await seen) - saved);
  }
  await pause(0);
  const changeDelay = changeWatch.end();

  const document = await workspace.openTextDocument(file);
  const editor = await window.showTextDocument(document);
  const place = document.positionAt(titleStart);
  await editor.edit((edit) => edit.insert(place, 'x')); // the first key makes it an unsaved one
  await pause(settleMilliseconds);
  handled.length = 0;
  const typed: number[] = [];
  const typingWatch = new EventLoopWatch();
  for (let key = 0; key < keys; key++) {
    await editor.edit((edit) => edit.insert(place, 'x'));
    typed.push(Date.now());
    await pause(keyPause);
  }
  await pause(0);
  const typingDelay = typingWatch.end();
  const last = `Quokka ${document.getText(document.lineAt(place.line).range).replace(/^\s*title = \{|\},?$/g, '')}`;
  const seen = shown(last);
  const lastKey = Date.now();
  await editor.edit((edit) => edit.insert(place, 'Quokka '));
  const settled = (await seen) - lastKey;

  emit({
    type: 'ownLibrary',
    figures: {
      papers: groups.reduce((sum, { ids }) => sum + ids.length, 0),
      bytes: Buffer.byteLength(text),
      ready,
      listed,
      idleDelay: idle,
      loadDelay,
      changed: summarize(changed),
      changeDelay,
      keys: summarize(handled),
      typingDelay,
      settled,
    },
  });
}

/** The event, whose listeners of Paperside are timed. */
function timed(milliseconds: number[]): Event<TextDocumentChangeEvent> {
  return (listener, self, disposables) =>
    workspace.onDidChangeTextDocument(
      (event) => {
        const started = performance.now();
        listener.call(self, event);
        milliseconds.push(performance.now() - started);
      },
      undefined,
      disposables,
    );
}
