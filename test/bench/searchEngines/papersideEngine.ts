import { readFileSync, writeFileSync } from 'node:fs';
import { PackedIndex } from '../../../src/core/search/packed/packedIndex';
import { PaperIndex } from '../../../src/core/search/paperIndex';
import { type SearchEngine, limit } from './searchEngine';

export const papersideEngine: SearchEngine = {
  build: (papers, file) => writeFileSync(file, new Uint8Array(PackedIndex.build(papers).buffer)),
  open(file) {
    const kept = readFileSync(file);
    const isWhole = kept.byteLength === kept.buffer.byteLength;
    const index = new PaperIndex();
    index.open(PackedIndex.open(isWhole ? kept.buffer : new Uint8Array(kept).buffer, '')!);
    return (query) => index.search(query, limit).map(({ id }) => id);
  },
};
