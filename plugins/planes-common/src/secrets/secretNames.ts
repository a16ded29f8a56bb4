// Words that make a name one of a secret wherever they stand in it.
const SECRET_WORDS = new Set([
  'authorization',
  'bearer',
  'cookie',
  'cred',
  'creds',
  'credential',
  'credentials',
  'dockercfg',
  'dockerconfigjson',
  'htpasswd',
  'jwt',
  'kubeconfig',
  'netrc',
  'npmrc',
  'otp',
  'passcode',
  'passwords',
  'pat',
  'pgpass',
  'pwd',
  'secrets',
  'tokens',
]);

// The same for endings of words: names are often written without a break, such as DBPASSWORD.
const SECRET_ENDING =
  /(?:password|passwd|passphrase|secret|token|apikey|accesskey|privatekey|secretkey)$/;

// What makes a `key` a secret one; others name a field or an object.
const SECRET_KEYS = new Set([
  'access',
  'account',
  'api',
  'auth',
  'deploy',
  'encryption',
  'gpg',
  'hmac',
  'master',
  'pgp',
  'private',
  'secret',
  'session',
  'shared',
  'signing',
  'ssh',
  'storage',
]);

// With one of these at its end, a name tells something about a secret: where it is, how it is made.
const ABOUT_SECRETS = new Set([
  'algorithm',
  'audience',
  'class',
  'count',
  'duration',
  'enabled',
  'endpoint',
  'expiration',
  'expiry',
  'field',
  'file',
  'format',
  'header',
  'host',
  'issuer',
  'kind',
  'length',
  'lifetime',
  'limit',
  'minutes',
  'mode',
  'mount',
  'name',
  'names',
  'namespace',
  'path',
  'policy',
  'provider',
  'ref',
  'reference',
  'references',
  'refs',
  'required',
  'scheme',
  'seconds',
  'size',
  'store',
  'ttl',
  'type',
  'uri',
  'url',
  'username',
  'version',
]);

// An amount of tokens, or the public half of a key pair.
const HARMLESS = new Set(['max', 'min', 'num', 'public']);

/** The words of a name in lower case: `dbAPIKey`, `DB_API_KEY` and `db-api-key` are the same. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

function hasSecretKey(words: readonly string[]): boolean {
  return words.some(
    (word, i) =>
      (word === 'key' || word === 'keys') && SECRET_KEYS.has(words[i - 1]),
  );
}

/** What a name says of the value that it stands for. */
export type NameVerdict =
  /** The value is a secret, or holds one. */
  | 'secret'
  /** The value tells something about a secret. */
  | 'about'
  | 'neutral';

// The same few names come again with every run.
const verdicts = new Map<string, NameVerdict>();
const MAX_VERDICTS = 2000;
const MAX_NAME_LENGTH = 200;

function judge(name: string): NameVerdict {
  const words = wordsOf(name);
  if (words.length === 0 || words.some(word => HARMLESS.has(word))) {
    return 'neutral';
  }
  if (ABOUT_SECRETS.has(words[words.length - 1])) {
    return 'about';
  }
  return words[words.length - 1] === 'pass' ||
    words.some(word => SECRET_WORDS.has(word) || SECRET_ENDING.test(word)) ||
    hasSecretKey(words)
    ? 'secret'
    : 'neutral';
}

/**
 * Judges one name, such as a field of an object or a flag of a command. `secretRef`, `tokenUrl` and `passwordLength` are
 * about secrets; `clientSecret`, `GIT_PAT` and `apiKey` are secrets.
 */
export function judgeName(name: string): NameVerdict {
  const key = name.slice(0, MAX_NAME_LENGTH);
  let verdict = verdicts.get(key);
  if (verdict === undefined) {
    verdict = judge(key);
    if (verdicts.size >= MAX_VERDICTS) {
      verdicts.clear();
    }
    verdicts.set(key, verdict);
  }
  return verdict;
}

/**
 * Whether a value is a secret by its names: the last is its own, those before are of what it is a part of. What is about a
 * secret is none, even in something secret: `credentials.username`.
 *
 * @public
 */
export function hasSecretName(names: readonly string[]): boolean {
  const verdict = judgeName(names[names.length - 1] ?? '');
  return (
    verdict === 'secret' ||
    (verdict === 'neutral' && names.some(name => judgeName(name) === 'secret'))
  );
}
