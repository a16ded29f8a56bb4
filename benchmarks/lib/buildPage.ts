import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const HTML = `<!doctype html>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<div id="root"></div>
<script src="page.js"></script>
`;

/**
 * Bundles a page as production does.
 *
 * @param entry - its script, which renders into `#root`
 * @returns the URL of the page
 */
export async function buildPage(entry: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'planes-bench-'));
  await build({
    entryPoints: [entry],
    outfile: join(directory, 'page.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    jsx: 'automatic',
    mainFields: ['browser', 'module', 'main'],
    loader: { '.svg': 'dataurl' },
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env': '{}',
      global: 'window',
    },
    logLevel: 'error',
  });
  const file = join(directory, 'page.html');
  await writeFile(file, HTML);
  return pathToFileURL(file).href;
}
