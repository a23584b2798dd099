import { paperLinks } from '../links';
import type { PaperRecord, PaperText } from '../paper';
import type { Problem } from '../problem';
import type { LibraryFormat, ParsedLibrary } from './libraryFormat';
import { repairPaperText } from './repairPaperText';

/**
 * The text of a Hugging Face Papers page (huggingface.co/papers, a day's, a search's or the trending one), copied from
 * the browser: under the page's own lines a title on a line, then its abstract.
 */
export const huggingFacePapers: LibraryFormat = {
  id: 'hugging-face-papers',

  detect(path, head) {
    return /\.(?:txt|text)$/i.test(path) && (pageHeader.test(head) || /hugging[ _-]?face/i.test(path));
  },

  parse(text): ParsedLibrary {
    const papers: PaperRecord[] = [];
    const lines: number[] = [];
    const problems: Problem[] = [];
    let title: Paragraph | undefined;
    let abstract: Paragraph[] = [];

    const finish = (): void => {
      if (title && abstract.length > 0) {
        papers.push(paperRecord({ title: title.text, abstract: abstract.map((one) => one.text).join('\n\n') }));
        lines.push(title.line);
      } else if (title) {
        problems.push(problem('title-without-abstract', title, `“${excerpt(title.text)}” has no abstract below it.`));
      }
      title = undefined;
      abstract = [];
    };

    for (const paragraph of paragraphs(text)) {
      if (!isProse(paragraph.text)) {
        finish();
        title = paragraph;
      } else if (title) {
        abstract.push(paragraph);
      } else {
        const message = `The abstract that begins “${excerpt(paragraph.text)}” has no title above it.`;
        problems.push(problem('abstract-without-title', paragraph, message));
      }
    }
    finish();
    if (papers.length === 0 && problems.length === 0) {
      problems.push({
        code: 'no-papers',
        severity: 'warning',
        message: 'No papers were found. Each paper is a title on a line of its own, then its abstract.',
        line: 0,
        column: 0,
      });
    }
    return { papers, lines, problems };
  },
};

const pageHeader =
  /^(?:Get trending papers in your email inbox|by ?AK and the research community|Daily Papers|Trending Papers)\b/imu;

const pageLines: readonly RegExp[] = [
  pageHeader,
  /^(?:new|Subscribe|Papers|Abstract|Upvote|Daily|Weekly|Monthly|Trending|Search|Submit|Previous|Next|View arXiv page|View PDF|Project page|GitHub|Add to collection|Log ?In|Sign ?Up)\s*[\d.,k]*$/iu,
  /^(?:(?:Published|Submitted) (?:on|by)\b.{0,60})$/iu,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)?[a-z]*,? ?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}(?:, \d{4})?$/iu,
  /^[\d.,]+k?$/u,
  /^[^\p{L}\p{N}]+$/u,
  /^\d+ (?:authors?|comments?|upvotes?|papers?)$/iu,
];

function isPageLine(line: string): boolean {
  return line.length <= 80 && pageLines.some((pattern) => pattern.test(line));
}

/** Titles are short, and no sentences; abstracts are long, or end as sentences do. */
function isProse(paragraph: string): boolean {
  if (paragraph.length > longestTitle) return true;
  const sentences = paragraph.match(/[.!?][”"')\]]*(?=\s+\p{Lu}|$)/gu)?.length ?? 0;
  return sentences >= 2 || (sentences === 1 && paragraph.endsWith('.') && paragraph.split(/\s+/u).length >= 12);
}

const longestTitle = 300;
const longestWrappedLine = 120;

interface Paragraph {
  readonly text: string;
  /** Zero-based. */
  readonly line: number;
}

/** One paragraph a line, as the page's text has them; a block of short lines is a text that was wrapped. */
function paragraphs(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let block: Paragraph[] = [];
  const finish = (): void => {
    const [first] = block;
    const wrapped = block.length > 1 && block.every((one) => one.text.length <= longestWrappedLine);
    if (first && wrapped) found.push({ text: block.map((one) => one.text).join(' '), line: first.line });
    else found.push(...block);
    block = [];
  };
  text.split(/\r\n?|\n/u).forEach((content, line) => {
    const trimmed = content.replace(/^\uFEFF/u, '').trim();
    if (trimmed === '' || isPageLine(trimmed)) finish();
    else block.push({ text: trimmed, line });
  });
  finish();
  return found;
}

function paperRecord(source: PaperText): PaperRecord {
  const repaired = repairPaperText(source);
  return {
    ...repaired,
    source,
    authors: [],
    type: 'article',
    topics: [],
    links: paperLinks({ abstract: repaired.abstract }),
  };
}

function problem(code: string, at: Paragraph, message: string): Problem {
  return { code, severity: 'warning', message, line: at.line, column: 0 };
}

function excerpt(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60).toWellFormed().trimEnd()}…`;
}
