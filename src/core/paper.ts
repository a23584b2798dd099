/**
 * A paper's lasting name: `arxiv:2205.14135` where it has an arXiv id, else `doi:10.…` in lower case, else a name that
 * is stable within the source it came from.
 */
export type PaperId = string;

/** A person, or a corporate author, whose whole name is then the family name. */
export interface Author {
  readonly given?: string;
  /** Family name with its particles: `Van den Broeck`. */
  readonly family: string;
}

export type LinkKind = 'arxiv' | 'pdf' | 'doi' | 'code' | 'project';

export interface PaperLink {
  readonly kind: LinkKind;
  /** Always `http:` or `https:`, without the trailing punctuation of the sentence it stood in. */
  readonly url: string;
}

/** The item types of CSL 1.0.2 that papers come in. */
export type PaperType =
  | 'article'
  | 'article-journal'
  | 'paper-conference'
  | 'thesis'
  | 'report'
  | 'book'
  | 'chapter'
  | 'software'
  | 'dataset'
  | 'webpage'
  | 'document';

/** A title and an abstract in one of their spellings. */
export interface PaperText {
  readonly title: string;
  readonly abstract: string;
}

/** What a library file says of a paper, before the library has given it an id, a key and topics. */
export interface PaperRecord {
  /** Citation key in the file it came from, if that format has keys. */
  readonly key?: string;
  /** Plain Unicode, repaired: what people see in labels. */
  readonly title: string;
  /** Plain Unicode, repaired. Empty where the source has none. */
  readonly abstract: string;
  /** The words exactly as the file has them. */
  readonly source: PaperText;
  /**
   * Title and abstract with mathematics as TeX between dollar signs (`$10^{13}$`; a plain dollar is `\$`), for
   * surfaces that typeset it. Absent where neither holds mathematics.
   */
  readonly markup?: PaperText;
  readonly authors: readonly Author[];
  /** The list of authors ends in “and others”. */
  readonly andOthers?: true;
  readonly editors?: readonly Author[];
  /** Year of publication, else of first submission. */
  readonly year?: number;
  /** 1 to 12. */
  readonly month?: number;
  readonly type: PaperType;
  readonly venue?: string;
  /** Bare and in lower case: `10.1145/3669940.3707256`. */
  readonly doi?: string;
  /** Bare, without version: `2205.14135`, `cs/0112017`. */
  readonly arxiv?: string;
  /** arXiv's primary class, where known: `cs.LG`. */
  readonly primaryClass?: string;
  /** Topics, the main one first; empty where the file names none. */
  readonly topics: readonly string[];
  /** The user's own, as the file spells them. */
  readonly keywords?: readonly string[];
  /** JabRef's groups, or what the format has of the kind. */
  readonly groups?: readonly string[];
  /** Further citation keys of the paper in its file. */
  readonly aliases?: readonly string[];
  /** What else the file says, name to value, as it has it. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly links: readonly PaperLink[];
}

/** A paper of the library. */
export interface Paper extends PaperRecord {
  readonly id: PaperId;
  /** Citation key, unique in its source. */
  readonly key: string;
}

/** A source that holds a paper, and the paper's citation key in it. */
export interface PaperSource {
  readonly uri: string;
  readonly key: string;
}

/** A paper as the library holds it: one for all sources that hold it. */
export interface LibraryPaper extends Paper {
  /** In the library's order of sources; a source that holds the paper twice is there twice. */
  readonly sources: readonly PaperSource[];
}

/** The light form of a paper that rows, labels and drags need: the host holds these and asks for the rest by id. */
export interface PaperRow {
  readonly id: PaperId;
  readonly key: string;
  readonly title: string;
  /** `Dao`, `Li and Gu` or `Dao et al.`; empty without authors. */
  readonly authors: string;
  readonly year?: number;
  readonly hasArxiv: boolean;
}

/** A paper and how well it answers a query. Scores compare only within one answer. */
export interface ScoredId {
  readonly id: PaperId;
  readonly score: number;
}
