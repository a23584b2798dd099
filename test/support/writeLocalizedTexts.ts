import { writeFileSync } from 'node:fs';
import { localizedTexts } from './sources';

// The bundle that translators start from; a test holds it against the sources.
const bundle = Object.fromEntries(localizedTexts().map((text) => [text, text]));
writeFileSync('l10n/bundle.l10n.json', `${JSON.stringify(bundle, null, 2)}\n`);
