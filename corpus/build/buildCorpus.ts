/*
 * Rebuilds `corpus/papers.json` and `corpus/topics.json` from `corpus/source/` and `corpus/corrections.json`; with
 * `--check` it compares and writes nothing. Runs at the top of the repository: `npm run corpus`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { papersideCorpus } from '../../src/core/formats/papersideCorpus';
import { paperId } from '../../src/core/identifiers';
import type { PaperId } from '../../src/core/paper';
import { corpusFiles } from './corpusFiles';
import { corpusPapers } from './corpusPapers';
import { readCorrections, readMetadata } from './sources';

const folder = 'corpus';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

function main(check: boolean): void {
  const papers = corpusPapers({
    page: read('source/huggingface-papers.txt'),
    metadata: readMetadata(read('source/metadata.json')),
    corrections: readCorrections(read('corrections.json')),
    frozenKeys: frozenKeys(),
  });
  for (const [name, text] of corpusFiles(papers)) {
    const path = join(folder, name);
    if (existsSync(path) && read(name) === text) continue;
    if (check)
      throw new Error(`${path} is not what its sources give. Run “npm run corpus” and look at the difference.`);
    writeFileSync(path, text);
    process.stdout.write(`${path} written\n`);
  }
  process.stdout.write(`${papers.length} papers in ${new Set(papers.map((paper) => paper.topics[0])).size} topics\n`);
}

/** The keys people may have cited by now. A missing file freezes nothing; a broken one must not thaw them. */
function frozenKeys(): Map<PaperId, string> {
  if (!existsSync(join(folder, 'papers.json'))) return new Map();
  const { papers, problems } = papersideCorpus.parse(read('papers.json'));
  const [problem] = problems;
  if (problem) throw new Error(`Line ${problem.line + 1} of ${folder}/papers.json: ${problem.message}`);
  return new Map(papers.map((paper) => [paperId(paper, ''), paper.key ?? '']));
}

try {
  main(process.argv.includes('--check'));
} catch (error) {
  process.stderr.write(`The corpus could not be built: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
