import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { agentCA } from '../__fixtures__/certificates';

function load(): Map<string, unknown> {
  const text = readFileSync(
    join(__dirname, '../__fixtures__/manifests.yaml'),
    'utf8',
  );
  const manifests = new Map<string, unknown>();
  for (const document of parseAllDocuments(
    text.replaceAll('$agentCA', JSON.stringify(agentCA)),
  )) {
    manifests.set(
      String(document.getIn(['metadata', 'labels', 'fixture'])),
      document.toJS(),
    );
  }
  return manifests;
}

/** A plane resource of each kind and generation, by its label `fixture`. */
export const manifests: ReadonlyMap<string, unknown> = load();
