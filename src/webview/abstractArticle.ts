import type { PaperId, PaperLink } from '../core/paper';
import type { AbstractAction, AbstractContent, AbstractStrings, SourceLabel } from '../protocol/abstractProtocol';
import { button } from './button';
import { citationKey } from './citationKey';
import { element, paperText } from './element';
import { inlineNodes, webLink } from './inlineNodes';
import { sourceList } from './sourceList';

interface AbstractArticleOptions {
  readonly strings: AbstractStrings;
  readonly sourceLabels: readonly SourceLabel[];
  readonly run: (action: AbstractAction) => void;
  readonly openPaper: (id: PaperId) => void;
  readonly openLink: (url: string) => void;
  readonly openSource: (index: number) => void;
}

/** A paper as the panel's main part and, beside it, the papers related to it. */
export function abstractArticle(content: AbstractContent, options: AbstractArticleOptions): HTMLElement[] {
  const { strings, openLink } = options;
  const main = element(
    'main',
    {},
    titleBlock(content, options),
    actions(options),
    section('abstract', strings.abstract, ...paragraphs(content, options)),
  );
  if (content.links.length > 0) {
    main.append(navigation('links', strings.links, linkList(content.links, strings, openLink)));
  }
  if (content.topics.length > 0) {
    const topics = content.topics.map((topic) => element('li', { ...paperText, class: 'topic' }, topic));
    main.append(section('topics', strings.topics, element('ul', { class: 'topics' }, ...topics)));
  }
  if (content.sources.length > 0) main.append(section('sources', strings.sources, ...sources(content, options)));
  return content.related.length > 0 ? [main, related(content, options)] : [main];
}

function titleBlock(content: AbstractContent, { strings, openLink }: AbstractArticleOptions): HTMLElement {
  const block = element(
    'div',
    { class: 'title' },
    element('h1', { ...paperText, tabindex: '-1' }, ...inlineNodes(content.title, openLink)),
  );
  if (content.authors.length > 0) {
    const names = content.authors.map((name) => element('li', {}, element('bdi', {}, name)));
    if (content.andOthers) names.push(element('li', {}, strings.andOthers));
    block.append(element('ul', { class: 'authors', 'aria-label': strings.authors }, ...names));
  }
  const facts = element('p', { class: 'facts' });
  if (content.publication) facts.append(element('bdi', { lang: 'en' }, content.publication));
  facts.append(citationKey(content.key, strings));
  block.append(facts);
  return block;
}

function actions({ strings, run }: AbstractArticleOptions): HTMLElement {
  return element(
    'div',
    { role: 'group', class: 'actions', 'aria-label': strings.actions },
    button('button primary', strings.insertCitation, () => run('insertCitation')),
    button('button', strings.copyBibTeX, () => run('copyBibTeX')),
    button('button', strings.copyLink, () => run('copyLink')),
  );
}

function paragraphs(content: AbstractContent, { strings, openLink }: AbstractArticleOptions): HTMLElement[] {
  if (content.abstract.length === 0) return [element('p', { class: 'quiet' }, strings.noAbstract)];
  return content.abstract.map((pieces) => element('p', paperText, ...inlineNodes(pieces, openLink)));
}

function linkList(links: readonly PaperLink[], strings: AbstractStrings, openLink: (url: string) => void): HTMLElement {
  return element(
    'ul',
    { class: 'links' },
    ...links.map(({ kind, url }) => {
      const item = element('li', {}, webLink(url, openLink, strings.linkKinds[kind]));
      // There may be several of these, so their addresses tell them apart.
      if (kind === 'code' || kind === 'project') {
        item.append(
          ' ',
          element('bdi', { class: 'quiet', dir: 'ltr' }, url.replace(/^https?:\/\/(?:www\.)?|\/$/gi, '')),
        );
      }
      return item;
    }),
  );
}

function sources(
  content: AbstractContent,
  { strings, sourceLabels, openSource }: AbstractArticleOptions,
): HTMLElement[] {
  const list = sourceList(content.sources, { strings, labels: sourceLabels, openSource });
  const differ = content.sources.some(({ differences }) => differences.length > 0);
  return differ ? [element('p', { class: 'quiet' }, strings.sourcesDiffer), list] : [list];
}

function related(content: AbstractContent, { strings, openPaper }: AbstractArticleOptions): HTMLElement {
  const papers = content.related.map(({ id, title, byline }) => {
    const open = button('paper row', '', () => openPaper(id));
    open.append(
      element('span', { ...paperText, class: 'paper-title' }, title),
      element('bdi', { class: 'quiet' }, byline),
    );
    return element('li', {}, open);
  });
  return labelled('aside', 'related', strings.related, element('ul', { class: 'papers' }, ...papers));
}

function section(id: string, heading: string, ...children: HTMLElement[]): HTMLElement {
  return labelled('section', id, heading, ...children);
}

function navigation(id: string, heading: string, ...children: HTMLElement[]): HTMLElement {
  return labelled('nav', id, heading, ...children);
}

function labelled(
  tag: 'section' | 'nav' | 'aside',
  id: string,
  heading: string,
  ...children: HTMLElement[]
): HTMLElement {
  const label = `${id}-heading`;
  return element(tag, { class: id, 'aria-labelledby': label }, element('h2', { id: label }, heading), ...children);
}
