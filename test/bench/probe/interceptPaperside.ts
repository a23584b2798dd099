import Module from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { PapersideApi } from '../../../src/host/api';

type Vscode = typeof vscode;

interface Loaded {
  readonly activate: (context: vscode.ExtensionContext) => PapersideApi;
}

type Load = (
  this: unknown,
  request: string,
  parent: { readonly filename?: string } | undefined,
  ...rest: unknown[]
) => unknown;

/** What was seen of Paperside's start, in milliseconds. */
export interface StartTimes {
  load: number;
  activate: number;
}

export interface Interception {
  /** Takes the place of functions of `window` in what Paperside imports as `vscode`. */
  readonly window?: Partial<Vscode['window']>;
  /** The same of `workspace`. */
  readonly workspace?: Partial<Vscode['workspace']>;
}

/** The installed extension, as it was packaged. */
export function paperside(): vscode.Extension<PapersideApi> {
  const extension = vscode.extensions.getExtension<PapersideApi>('paperside.paperside');
  if (!extension) throw new Error('Paperside is not installed.');
  return extension;
}

/**
 * Looks on from outside while VS Code loads and activates the packaged extension: nothing in its files is changed. To be
 * called before anything activates it.
 */
export function interceptPaperside(interception: Interception = {}): StartTimes {
  const extension = paperside();
  if (extension.isActive) throw new Error('Paperside is active already.');
  const entry = join(extension.extensionPath, 'dist', 'extension.js');
  const times: StartTimes = { load: Number.NaN, activate: Number.NaN };
  // Node's own hook, which VS Code uses as well to give each extension its `vscode`.
  const modules = Module as unknown as { _load: Load };
  const load = modules._load;
  modules._load = function (request, parent, ...rest) {
    const started = performance.now();
    const loaded = load.call(this, request, parent, ...rest);
    if (request === 'vscode' && parent?.filename === entry) return intercepted(loaded as Vscode, interception);
    if (request !== entry) return loaded;
    times.load = performance.now() - started;
    const { activate, ...others } = loaded as Loaded;
    return {
      ...others,
      activate: (context: vscode.ExtensionContext) => {
        const called = performance.now();
        const api = activate(context);
        times.activate = performance.now() - called;
        return api;
      },
    };
  };
  return times;
}

function intercepted(real: Vscode, { window = {}, workspace = {} }: Interception): Vscode {
  // Getters such as `activeTextEditor` stay what they are.
  return derive(real, { window: derive(real.window, window), workspace: derive(real.workspace, workspace) });
}

function derive<T extends object>(base: T, own: Partial<T>): T {
  return Object.create(base, Object.getOwnPropertyDescriptors(own)) as T;
}
