// @ts-check
// Runs mocha over files in a process of its own and writes its events as lines: `node runMocha.mjs GREP FILE…`.
import Mocha from 'mocha';
import { mochaEventReporter } from './mochaEvents.mjs';

const [grep = '', ...files] = process.argv.slice(2);
const mocha = new Mocha({
  timeout: 120_000,
  ...(grep === '' ? {} : { grep }),
  reporter: mochaEventReporter((line) => console.log(line)),
});
files.forEach((file) => mocha.addFile(file));
await mocha.loadFilesAsync();
mocha.run((failures) => {
  // Whatever a test left open must not keep the run waiting; what is written is written when this is called.
  process.stdout.write('', () => process.exit(failures > 0 ? 1 : 0));
});
