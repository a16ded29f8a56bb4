import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goModule } from './goModule.mjs';

const manifest = `module k8s.io/kubernetes

go 1.24.0

require k8s.io/api v0.0.0

replace (
	k8s.io/api => ./staging/src/k8s.io/api
	k8s.io/apiserver => ./staging/src/k8s.io/apiserver
	example.com/fork => example.com/other v1.2.3
)
`;

test('replaces the parts of the repository with their published modules', () => {
  assert.equal(
    goModule({
      module: 'k8s.io/kubernetes',
      version: 'v1.34.4',
      partsVersion: 'v0.34.4',
      manifest,
    }),
    `module planes.invalid/build
go 1.24.0
require k8s.io/kubernetes v1.34.4
replace k8s.io/api => k8s.io/api v0.34.4
replace k8s.io/apiserver => k8s.io/apiserver v0.34.4
`,
  );
});

test('leaves replacements alone where the module has no parts', () => {
  const result = goModule({
    module: 'example.com/server',
    version: 'v3.6.8',
    manifest,
  });
  assert.ok(!result.includes('replace'));
});
