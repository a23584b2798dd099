import { expect } from 'chai';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { bibTeXLibrary } from '../../src/core/formats/bibtex/bibTeXLibrary';
import { scanBibTeX } from '../../src/core/formats/bibtex/bibTeXScanner';
import type { BibTeXEntry, TextRange } from '../../src/core/formats/bibtex/bibTeXSyntax';
import { decodeText } from '../../src/core/formats/decodeText';

// Files that people reported to other tools, and those of other tools' own tests. They are not ours to pass on, so that
// they lie outside the repository; PAPERSIDE_BIB names another folder.
const folder = resolve(process.env['PAPERSIDE_BIB'] ?? '../shared/bib');
const present = existsSync(folder);

/** File, entries, papers, errors, warnings. */
const figures: readonly (readonly [file: string, entries: number, papers: number, errors: number, warnings: number])[] = [
  ['008-importing_a_title-cased_bib__1246.roundtrip.bib', 2, 2, 0, 0],
  ['01f-Some_bibtex_entries_quietly_discarded_on_import_from_bib_file__873.bib', 988, 988, 1, 367],
  ['02a-article_with_entrysubtype.bib', 1, 1, 0, 0],
  ['02d-Maintain_the_JabRef_group_and_subgroup_structure_when_importing_a_BibTeX_db__97.bib', 911, 911, 0, 10],
  ['03e-Literal_names.bib', 1, 1, 0, 0],
  ['047-encoding5.bib', 1, 1, 0, 0],
  ['052-uniqueness5.bib', 15, 15, 0, 15],
  ['0dc-options.bib', 3, 3, 0, 0],
  ['0e8-extratitle.bib', 12, 12, 0, 7],
  ['0f4-Math_markup_to_unicode_not_always_imported_correctly__472.bib', 2, 2, 0, 1],
  ['0fe-sections4.bib', 2, 2, 0, 0],
  ['1d7-Import_fails_to_perform__String_substitutions__154.bib', 1, 1, 0, 1],
  ['224-Report_number_field_is_incorrectly_translated_into_the_issue_field_when_importing_a_techreport_from_a_.bib_file__2752.bib', 1, 1, 0, 1],
  ['2b3-Better_BibTeX.011.bib', 1, 1, 0, 1],
  ['31d-Import_Jabref_fileDirectory__unexpected_reference_type__1058.bib', 2, 2, 0, 0],
  ['323-Copy_date-addeddate-modified_from_extra_field_regenerates_citation_key__2142.bib', 1, 1, 0, 0],
  ['3aa-Import_error_with_character_____in_BibTeX_field_name__2660.bib', 283, 283, 0, 96],
  ['3e1-labelalphaname.bib', 6, 6, 0, 6],
  ['3f8-Lowercase_A_in_BBT_Sentence_Case__2078.bib', 1, 1, 0, 0],
  ['413-Math_markup_to_unicode_not_always_imported_correctly__472.roundtrip.bib', 2, 2, 0, 1],
  ['46e-skips.bib', 11, 10, 0, 4],
  ['48c-examples.bib', 132, 129, 0, 31],
  ['48e-URL_not_recognised_in_a_simple_online_bib_file_entry_on_import__2842.bib', 1, 1, 0, 1],
  ['492-Failure_to_handle_unparsed_author_names__92_.bib', 1, 1, 0, 0],
  ['4e9-Detect_journal_abbreviation_in_the_publication_field__1951.bib', 1, 1, 0, 0],
  ['4f4-Qiqqa.bib', 2, 2, 0, 0],
  ['4fc-Report_number_field_is_incorrectly_translated_into_the_issue_field_when_importing_a_report_from_a_.bib_file__2752.bib', 1, 1, 0, 1],
  ['510-Report_number_field_is_incorrectly_translated_into_the_issue_field_when_importing_a_standard_from_a_.bib_file__2752.bib', 1, 1, 0, 0],
  ['541-BibLaTeX_Patent_author_handling__type__1060.bib', 2, 2, 0, 0],
  ['5c2-detect-urls.bib', 1, 1, 0, 0],
  ['5f6-Imported_name_suffix_in_family_part__2744.bib', 1, 1, 0, 1],
  ['610-Unabbreviate_on_import__1436-3.bib', 7166, 7166, 0, 16],
  ['627-sort-order.bib', 11, 11, 0, 6],
  ['634-Report_number_field_is_incorrectly_translated_into_the_issue_field_when_importing_a_legislation_from_a_.bib_file__2752.bib', 1, 1, 0, 0],
  ['638-tool.bib', 18, 12, 0, 10],
  ['63d-encoding6.bib', 1, 1, 0, 0],
  ['67f-uniqueness3.bib', 10, 10, 0, 10],
  ['6a3-datalists.bib', 17, 17, 0, 12],
  ['722-Map_the_call-number_field_from_Bib_La_TeX_to_call_number__2021.bib', 1, 1, 0, 0],
  ['72c-names_x.bib', 28, 28, 0, 28],
  ['76f-Better_BibTeX.006.bib', 1, 1, 0, 1],
  ['772-Copy_date-addeddate-modified_menu_option_not_working__2378.bib', 2, 2, 0, 0],
  ['79c-full-dot.bib', 50, 46, 0, 12],
  ['7b4-accessDate_must_be_ISO_date__2376.bib', 2, 2, 0, 0],
  ['7bb-uniqueness4.bib', 32, 32, 0, 32],
  ['7ca-LaTeX_commands_in_Zotero_should_be_exported_untouched__1380.roundtrip.bib', 1, 1, 0, 0],
  ['81a-Title_of_German_entry_converted_to_lowercase_during_import__1350.bib', 4, 4, 0, 1],
  ['852-importing_a_title-cased_bib__1246.bib', 2, 2, 0, 0],
  ['8aa-Better_BibTeX.008.bib', 1, 1, 0, 0],
  ['977-Import_support_for_the_online_type_in_BBT__1358.bib', 1, 1, 0, 0],
  ['988-sort-case.bib', 3, 3, 0, 3],
  ['a0b-main.bib', 1, 1, 0, 0],
  ['a12-Unabbreviate_on_import__1436-2.bib', 1053, 1053, 0, 2],
  ['a35-Crossrefd_incollection_items_are_missing_date_on_import__3514.bib', 6, 6, 0, 0],
  ['a4c-uniqueness2.bib', 20, 20, 0, 11],
  ['ad0-full-bbl.bib', 4, 4, 0, 2],
  ['ad8-Better_BibTeX.003.bib', 2, 2, 0, 0],
  ['b0a-space_after_citekey_creates_confusion__716.bib', 2, 2, 0, 2],
  ['b18-Import_to_Extra_instead_of_Note__2191.bib', 1, 1, 0, 0],
  ['b31-sort.bib', 5, 5, 0, 0],
  ['b56-dm-constraints.bib', 10, 10, 0, 2],
  ['b9f-sets.bib', 10, 8, 0, 0],
  ['ba2-zbb__quietly__chokes_on_this_.bib__664.bib', 1, 1, 0, 0],
  ['bd2-sort-names.bib', 4, 4, 0, 4],
  ['bde-sections1.bib', 3, 3, 0, 3],
  ['c9a-bibtex-aliases.bib', 8, 8, 0, 2],
  ['cb3-eprinttype_field_dropped_on_import__959.bib', 1, 1, 0, 0],
  ['ce0-Problem_when_importing_BibTeX_entries_with_percent_sign__95_or_preamble__96.bib', 1, 1, 0, 0],
  ['cf8-support_Local-Zo-Url-x_field_from_BibDesk2Zotero_attachments__667.bib', 1, 1, 0, 0],
  ['d1d-encoding3.bib', 1, 1, 0, 0],
  ['d60-papers.bib', 2157, 2157, 0, 409],
  ['d76-Problem_when_importing_BibTeX_entries_with_square_brackets__94.bib', 1, 1, 0, 0],
  ['d84-Biblatex_Annotation_Import_Bug__613.bib', 1, 1, 0, 0],
  ['d94-test.bib', 1, 1, 0, 0],
  ['d9b-biblio.bib', 39, 39, 0, 2],
  ['dea-Improve_import_of_films__1837.bib', 4, 4, 0, 0],
  ['e5d-xdata.bib', 26, 7, 0, 9],
  ['e85-import_software_related_biblatex_entries__1544.bib', 1, 1, 0, 0],
  ['e9c-Better_BibLaTeX_import_improvements__549.bib', 9, 9, 0, 7],
  ['ed8-related.bib', 12, 11, 0, 5],
  ['f01-annotations.bib', 2, 2, 0, 0],
  ['f14-LaTeX_commands_in_Zotero_should_be_exported_untouched__1380.bib', 1, 1, 0, 0],
  ['f3a-Multiple_attachments_in_calibre_bibtex_file_not_imported_in_Zotero__3338.bib', 1, 1, 0, 0],
  ['f44-issuenumberarticle-number__2551.bib', 1, 1, 0, 0],
  ['f9f-Report_number_field_is_incorrectly_translated_into_the_issue_field_when_importing_a_patent_from_a_.bib_file__2752.bib', 1, 1, 0, 0],
  ['fa7-Spaces_lost_when_expanding_string_variables_during_import__1081.bib', 1, 1, 0, 0],
  ['ff6-Child_items_that_use_the_crossref_field_do_not_have_their_parent_fields_imported__2373.bib', 3, 3, 0, 0],
]; // prettier-ignore

/** What begins an entry for somebody who looks at the lines alone. */
function countedByLine(text: string): number {
  const others = ['comment', 'string', 'preamble'];
  return text
    .split(/\r\n?|\n/)
    .map((line) => /^[ \t]*@(\w+)\s*[{(]/.exec(line)?.[1]?.toLowerCase())
    .filter((type) => type !== undefined && !others.includes(type)).length;
}

function entriesIn(text: string): BibTeXEntry[] {
  return [...scanBibTeX(text, () => undefined)].filter((item) => item.kind === 'entry');
}

function without(text: string, start: number, end = start + 1): string {
  return text.slice(0, start) + text.slice(end);
}

/** The first value in braces or quotes, else the entry without its delimiters. */
function firstValue({ fields, start, end }: BibTeXEntry): TextRange {
  const delimited = fields.flatMap(({ pieces }) => pieces).find(({ kind }) => kind === 'braced' || kind === 'quoted');
  return delimited ?? { start: start + 1, end: end - 1 };
}

/** One fault each, in one entry. */
const faults: Readonly<Record<string, (text: string, entry: BibTeXEntry) => string>> = {
  'no closing brace': (text, { end }) => without(text, end - 1),
  'no fields and no end': (text, { keyRange, end }) => without(text, keyRange.end, end),
  'a value that is not opened': (text, entry) => without(text, firstValue(entry).start - 1),
  'a value that is not closed': (text, entry) => without(text, firstValue(entry).end),
  'a brace too many': (text, entry) => `${text.slice(0, firstValue(entry).end)}}${text.slice(firstValue(entry).end)}`,
  'two braces too few': (text, entry) =>
    `${text.slice(0, firstValue(entry).end)}{{${text.slice(firstValue(entry).end)}`,
};

if (!present && !process.env['CI']) {
  process.stdout.write('  real bibliographies: not run: no bib files\n');
} else {
  describe('Real bibliographies', () => {
    const files = present
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bib'))
      : [];
    const pinned = new Map(figures.map(([file, ...counts]) => [file, counts]));

    it('are there', () => expect(files, `no .bib files in ${folder}`).to.not.be.empty);

    for (const file of files) {
      it(`reads every entry of ${basename(file).slice(0, 60)}`, () => {
        const text = decodeText(readFileSync(join(folder, file)));
        const entries = entriesIn(text).length;
        expect(entries).to.equal(countedByLine(text));
        const { papers, problems } = bibTeXLibrary.parse(text);
        const errors = problems.filter(({ severity }) => severity === 'error').length;
        const counts = pinned.get(basename(file));
        if (counts) expect([entries, papers.length, errors, problems.length - errors]).to.deep.equal(counts);
        for (const { title } of papers) expect(title).to.match(/\S/u);
      }).timeout(60_000);

      for (const [fault, broken] of Object.entries(faults)) {
        it(`reads all other entries of ${basename(file).slice(0, 60)} where one has ${fault}`, () => {
          const text = decodeText(readFileSync(join(folder, file)));
          const entries = entriesIn(text);
          const middle = entries[entries.length >> 1];
          const others = entries.filter((entry) => entry !== middle).map(({ key }) => key);
          const found = entriesIn(middle ? broken(text, middle) : text).map(({ key }) => key);
          expect(found).to.include.members(others);
          expect(found.length).to.be.at.least(others.length);
        }).timeout(60_000);
      }
    }
  });
}
