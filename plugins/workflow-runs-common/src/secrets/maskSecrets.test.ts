import { maskText } from '@openchoreo-planes/backstage-plugin-planes-common';
import fc from 'fast-check';
import type { RunParameter } from '../api/runSchema';
import { flattenParameters, maskSecrets } from './maskSecrets';

function shown(parameters: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    maskSecrets(parameters).map(({ name, value, masked }: RunParameter) => [
      name,
      masked && value === undefined ? '(masked)' : value,
    ]),
  );
}

const base64 = (text: string) => btoa(text);

// Made up; each is cut in two so that no scanner takes this file for a leak.
const SECRET_VALUES: Record<string, string> = {
  'GitHub token': `ghp${'_'}PLANTEDabcdefghijklmnopqrstuvwxyz0123`,
  'GitHub fine-grained token': `github${'_pat_'}PLANTED0123456789_abcdefghij`,
  'GitLab token': `glpat${'-'}PLANTED0123456789ab`,
  'AWS access key': `AKIA${''}PLANTED012345678`,
  'Slack token': `xoxb${'-'}PLANTED012345`,
  'Slack webhook': `https://hooks.slack.com${'/services/'}T00/B00/PLANTED`,
  'npm token': `npm${'_'}PLANTEDabcdefghijklmnopqrstuvwxyz012`,
  'Vault token': `hvs${'.'}PLANTED0123456789abcdef`,
  'Stripe key': `sk${'_live_'}PLANTED0123456789`,
  'Docker Hub token': `dckr${'_pat_'}PLANTED0123456789abc`,
  'JSON Web Token': `${base64('{"alg":"HS256"}')}.${base64(
    '{"sub":"PLANTED"}',
  )}.PLANTED`.replaceAll('=', ''),
  'private key': `-----BEGIN RSA PRIVATE ${'KEY'}-----\nPLANTED\n-----END RSA PRIVATE KEY-----`,
  'cut private key': `-----BEGIN PRIVATE ${'KEY'}-----\nPLANTED`,
  'OpenSSH key': `-----BEGIN OPENSSH PRIVATE ${'KEY'}-----\nPLANTED\n-----END OPENSSH PRIVATE KEY-----`,
  'private key in base64': base64(
    `-----BEGIN PRIVATE ${'KEY'}-----\nPLANTED\n-----END PRIVATE KEY-----`,
  ),
  'Authorization header': 'Authorization: Bearer PLANTED0123456789',
  'basic auth': `Basic ${base64('me:PLANTED')}`,
  'connection string': 'Server=db;User=sa;Password=PLANTED;',
  'dot-env file': 'HOST=db\nDB_PASSWORD=PLANTED\n',
  YAML: 'host: db\npassword: PLANTED\n',
  JSON: '{"host":"db","clientSecret":"PLANTED"}',
  'registry logins': `{"auths":{"registry.example":{"auth":"${base64(
    'me:PLANTED',
  )}"}}}`,
  'registry logins in base64': base64(
    `{"auths":{"registry.example":{"auth":"${base64('me:PLANTED')}"}}}`,
  ),
  'flag of a command': 'deploy --token PLANTED --verbose',
  'arguments, one a line': '--verbose\n--token\nPLANTED',
  'flag of curl': 'curl -u me:PLANTED https://example.com',
};

// Parts of the secrets above that must not be seen.
const LEAKS = ['PLANTED', base64('me:PLANTED'), base64('PLANTED'), 'UExBTlRFR'];

const SECRET_NAMES = [
  'password',
  'dbPassword',
  'DB_PASSWORD',
  'dbpassword',
  'PGPASS',
  'db-pass',
  'passphrase',
  'token',
  'GIT_TOKEN',
  'accessToken2',
  'secret',
  'clientSecret',
  'apiKey',
  'api-key',
  'API_KEY',
  'APIKey',
  'private_key',
  'sshKey',
  'credential',
  'GIT_PAT',
  'kubeconfig',
  'authorization',
  'signingKey',
];

const HARMLESS: Record<string, unknown> = {
  repository: {
    url: 'https://github.com/acme/shop',
    revision: {
      branch: 'main',
      commit: '3f2a9c1d4e5f60718293a4b5c6d7e8f901234567',
    },
    secretRef: 'git-credentials',
  },
  secretName: 'db-password',
  secretKeyRef: { name: 'db-password', key: 'password' },
  tokenUrl: 'https://login.example.com/oauth/token',
  passwordLength: 12,
  tokenTtl: '1h',
  maxTokens: '4096',
  tokens: 4096,
  useToken: false,
  password: '',
  token: '{{inputs.parameters.token}}',
  clientSecret: '${externalRefs["git"].spec.secret}',
  credentials: { username: 'bot' },
  publicKey: 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQC7',
  author: 'Mira',
  passThrough: 'yes',
  compass: 'north',
  keyboard: 'qwerty',
  cacheKey: 'go-mod-3f2a',
  host: 'ssh://git@github.com/acme/shop.git',
  scp: 'git@github.com:acme/shop.git',
  image: 'registry.example.com/team/app@sha256:0123456789abcdef',
  script: 'echo "Basic authentication is off" && make test KEY=value',
  list: ['--verbose', '--out', 'dist'],
  labels: { 'example.com/team': 'shop' },
};

describe('maskSecrets', () => {
  it('names parameters by their paths', () => {
    expect(
      flattenParameters({
        repository: { url: 'https://git.example/x', revision: {} },
        limit: 3,
        tags: ['a', 'b'],
        environment: [{ name: 'MODE', value: 'dev' }],
        'example.com/team': { 'a b': null },
      }),
    ).toEqual([
      { name: 'repository.url', value: 'https://git.example/x', masked: false },
      { name: 'repository.revision', value: {}, masked: false },
      { name: 'limit', value: 3, masked: false },
      { name: 'tags', value: ['a', 'b'], masked: false },
      { name: 'environment[0].name', value: 'MODE', masked: false },
      { name: 'environment[0].value', value: 'dev', masked: false },
      { name: '["example.com/team"]["a b"]', value: null, masked: false },
    ]);
  });

  it('shows what is no secret', () => {
    expect(maskSecrets(HARMLESS)).toEqual(flattenParameters(HARMLESS));
  });

  it.each(SECRET_NAMES)('masks what is called %s', name => {
    const places = {
      [name]: 'PLANTED',
      nested: { [name]: 'PLANTED', list: [{ [name]: 'PLANTED' }] },
      within: { [name]: { part: 'PLANTED', parts: ['PLANTED'] } },
      entries: [
        { name, value: 'PLANTED' },
        { key: name, value: { any: 'PLANTED' } },
      ],
    };
    expect(Object.values(shown(places))).toEqual([
      ...Array.from({ length: 5 }, () => '(masked)'),
      name,
      '(masked)',
      name,
      '(masked)',
    ]);
    expect(shown({ [name]: 1234 })).toEqual({ [name]: '(masked)' });
  });

  it.each(Object.entries(SECRET_VALUES))('masks a %s', (_name, value) => {
    for (const text of [value, `  ${value}\n`]) {
      const result = JSON.stringify(
        maskSecrets({
          plain: text,
          list: ['x', text],
          deep: { a: { b: text } },
        }),
      );
      for (const leak of LEAKS) {
        expect(result).not.toContain(leak);
      }
    }
  });

  it('masks only user and password of a URL', () => {
    expect(
      maskSecrets({
        a: 'https://me:p@ss@git.example/x?ref=main',
        b: 'https://token@git.example/x',
        c: 'clone https://me:PLANTED@git.example/x first',
        d: 'https://hook.example/?access_token=PLANTED&x=1',
        e: 'postgres://app:PLANTED@db:5432/shop',
      }),
    ).toEqual([
      {
        name: 'a',
        value: 'https://••••••@git.example/x?ref=main',
        masked: true,
      },
      { name: 'b', value: 'https://••••••@git.example/x', masked: true },
      {
        name: 'c',
        value: 'clone https://••••••@git.example/x first',
        masked: true,
      },
      {
        name: 'd',
        value: 'https://hook.example/?access_token=••••••&x=1',
        masked: true,
      },
      { name: 'e', value: 'postgres://••••••@db:5432/shop', masked: true },
    ]);
  });

  it('lets no planted secret out, wherever it lies', () => {
    const key = fc.constantFrom('a', 'name', 'value', 'key', 'x y', 'list');
    const secret = fc.constantFrom(...Object.values(SECRET_VALUES));
    const before = fc.constantFrom('', ' ', 'x\n', 'see: ', '"');
    const after = fc.constantFrom('', ' ', '\n', '"', ' is it');
    const leaf = fc.oneof(
      fc.tuple(before, secret, after).map(parts => parts.join('')),
      fc.string(),
      fc.constantFrom(null, true, 3),
    );
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
        fc.array(tie('tree'), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 4 }), parameters => {
        const result = JSON.stringify(maskSecrets(parameters));
        expect(LEAKS.filter(leak => result.includes(leak))).toEqual([]);
      }),
      { numRuns: 500 },
    );
    const named = fc.constantFrom(...SECRET_NAMES);
    fc.assert(
      fc.property(named, tree, (name, value) => {
        const values = maskSecrets({ [name]: { value, or: 'PLANTED' } });
        expect(JSON.stringify(values)).not.toContain('PLANTED');
      }),
    );
  });
});

describe('maskText', () => {
  it('leaves messages of controllers and Argo as they are', () => {
    for (const message of [
      'main: Error (exit code 1)',
      "child 'exit-handler-3717934531' failed",
      "when 'heads == tails' evaluated false",
      'secrets "git-token" not found',
      'Back-off pulling image "registry.example.com/app:1.2"',
      'invalid spec: templates.main.steps failed to resolve {{steps.zzz.outputs.result}}',
      'Failed to resolve git secret',
      'basic auth is required; bearer tokens are refused',
    ]) {
      expect(maskText(message)).toBe(message);
    }
  });

  it('keeps what stands around a secret', () => {
    expect(maskText('pull https://me:PLANTED@r.example/x: denied')).toBe(
      'pull https://••••••@r.example/x: denied',
    );
    expect(maskText('a.deploy(0:env:prod,password:PLANTED x,b:c)(1)')).toBe(
      'a.deploy(0:env:prod,password:••••••,b:c)(1)',
    );
    expect(maskText('a(0:password:it(PLANTED)x,b:c).b(1)')).toBe(
      'a(0:password:••••••,b:c).b(1)',
    );
    expect(maskText("child 'a(12:token:PLANTED)PLANTED)' failed")).toBe(
      "child 'a(12:token:••••••)' failed",
    );
    expect(maskText('a(0:password:(PLANTED)')).toBe('a(0:password:••••••');
    expect(maskText('a(0:b:(c),password:x,PLANTED)(1)')).toBe(
      'a(0:b:(c),password:••••••)(1)',
    );
    expect(maskText('a,token:b')).toBe('a,token:b');
    expect(maskText('run --password PLANTED; exit 1')).toBe(
      'run --password •••••• exit 1',
    );
  });

  // A search that starts anew at every character would take minutes for each of these.
  it.each([
    'eyJ',
    'eyJ-',
    '://',
    '://a:',
    'token=',
    "a='",
    'token="',
    '-----BEGIN PRIVATE KEY',
    '--a ',
    'Basic ',
    'a.',
    'a',
    'sk-',
    '"',
    '-u ',
    '(0:',
    '(0:a:b)',
    '(0:a:,',
    '(0:token:',
    '(0:token:x)y',
    ',token:',
    '\n- ',
  ])('takes a long text of %j in its stride', part => {
    const text = maskText(part.repeat(1_000_000 / part.length));
    expect(text.length).toBeGreaterThan(0);
  });
});
