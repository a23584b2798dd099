import { writeCslYaml } from '../../formats/writeCslYaml';
import { yamlBibliography } from './yamlBibliography';

/** CSL items as YAML, a list of its own or the one below `references`. */
export const cslYamlBibliography = yamlBibliography({
  id: 'csl-yaml',
  shape: { listOf: 'id', below: 'references' },
  write: writeCslYaml,
});
