import { commands, Disposable, env, l10n, type LogOutputChannel, Uri, window } from 'vscode';
import { bestLink } from '../core/bestLink';
import type { Citation } from '../core/cite/citationFormat';
import { detectCitationFormat } from '../core/cite/citationFormats';
import { pandoc } from '../core/cite/pandoc';
import type { Paper, PaperId } from '../core/paper';
import type { LastTextEditor } from '../host/activeTextEditor';
import { citedDocument } from '../host/citedDocument';
import { findPapers, type PaperSource } from '../host/paperSource';
import { citationFailure } from './citationFailure';

export interface CopyCommandsOptions {
  readonly library: PaperSource;
  readonly lastEditor: Pick<LastTextEditor, 'current'>;
  /** The papers that a command's arguments, the panel or the user name; empty when the question was dismissed. */
  readonly papersMeant: (parameters: readonly unknown[]) => Promise<readonly PaperId[]>;
  readonly log: LogOutputChannel;
}

const feedbackMilliseconds = 4000;

/** The commands that take something of papers elsewhere: to the clipboard, or to the browser. They never reject. */
export function registerCopyCommands(options: CopyCommandsOptions): Disposable {
  const { library, lastEditor } = options;
  return Disposable.from(
    register('paperside.copyBibTeX', options, async (papers) => {
      await env.clipboard.writeText(await library.bibTeX(papers.map(({ id }) => id)));
      return copied(l10n.t('BibTeX copied'));
    }),
    register('paperside.copyKey', options, async (papers) => {
      await env.clipboard.writeText(papers.map(({ key }) => key).join(','));
      return copied(l10n.t('Citation key copied'));
    }),
    register('paperside.copyCitation', options, async (papers) => {
      const citation = citationFor(lastEditor, papers);
      if (citation.kind === 'refused') return { warning: citationFailure(citation) };
      await env.clipboard.writeText(citation.text);
      return copied(l10n.t('Citation copied'));
    }),
    register('paperside.copyLink', options, async (papers) => {
      const links = papers.flatMap((paper) => bestLink(paper) ?? []);
      if (links.length === 0) return { warning: l10n.t('This paper has no link.') };
      await env.clipboard.writeText(links.join('\n'));
      return copied(l10n.t('Link copied'));
    }),
    register('paperside.openExternal', options, async ([paper]) => {
      const link = paper && bestLink(paper);
      if (!link) return { warning: l10n.t('This paper has no link.') };
      const uri = Uri.parse(link, true);
      if (uri.scheme !== 'https')
        return { warning: l10n.t('The link of this paper is not opened, because it is not an https address.') };
      await env.openExternal(uri);
      return {};
    }),
  );
}

/** What a command has to tell: in passing, or as a warning. */
interface Feedback {
  readonly status?: string;
  readonly warning?: string;
}

function register(
  command: string,
  { library, papersMeant, log }: CopyCommandsOptions,
  run: (papers: readonly Paper[]) => Promise<Feedback>,
): Disposable {
  return commands.registerCommand(command, async (...parameters: readonly unknown[]) => {
    try {
      const ids = await papersMeant(parameters);
      if (ids.length === 0) return;
      const found = await findPapers(library, ids);
      const { status, warning } =
        found.kind === 'papers' ? await run(found.papers) : { warning: citationFailure(found) };
      if (status !== undefined) window.setStatusBarMessage(status, feedbackMilliseconds);
      if (warning === undefined) return;
      log.warn(warning);
      void window.showWarningMessage(warning);
    } catch (error) {
      log.error(`${command} failed.`, error);
      void window.showErrorMessage(l10n.t('That could not be done. Details are in the Paperside output channel.'));
    }
  });
}

function copied(what: string): Feedback {
  return { status: `$(check) ${what}` };
}

/** The construct of the last editor's document, as that is used to citing; `[@…]` where that is program code. */
function citationFor({ current }: Pick<LastTextEditor, 'current'>, papers: readonly Paper[]): Citation {
  const document = current && citedDocument(current.document);
  const format = document && detectCitationFormat(document);
  return format && format.id !== 'comment' ? format.cite(papers, document) : pandoc.cite(papers);
}
