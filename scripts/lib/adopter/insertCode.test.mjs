import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { insertCode } from './insertCode.mjs';

const SOURCE = `import a from 'a';

start();
<Grid>
<Grid>
`;

const instruction = {
  file: 'file.ts',
  side: /** @type {const} */ ('above'),
  anchor: 'start()',
  each: false,
  text: '',
};

describe('insertCode', () => {
  test('puts imports at the head and the rest next to the line', () => {
    const text = "import {\n  b,\n} from 'b';\n\nuse(b);";
    assert.equal(
      insertCode(SOURCE, { ...instruction, text }),
      "import {\n  b,\n} from 'b';\nimport a from 'a';\n\nuse(b);\nstart();\n<Grid>\n<Grid>\n",
    );
    assert.match(
      insertCode(SOURCE, { ...instruction, side: 'below', text: 'use(b);' }),
      /start\(\);\nuse\(b\);\n/,
    );
  });

  test('puts code next to each line only where that is said', () => {
    const grid = { ...instruction, anchor: '<Grid>', text: '<Card />' };
    assert.match(
      insertCode(SOURCE, { ...grid, each: true }),
      /<Card \/>\n<Grid>\n<Card \/>\n<Grid>/,
    );
    assert.throws(
      () => insertCode(SOURCE, grid),
      /stands in 2 lines of file\.ts/,
    );
  });

  test('says so where the file has no such line', () => {
    assert.throws(
      () => insertCode(SOURCE, { ...instruction, anchor: 'stop()' }),
      /'stop\(\)' stands in 0 lines of file\.ts/,
    );
  });
});
