import { maskLoopItems } from './maskLoopItems';
import { judgeName } from './secretNames';
import { replaceUserInfo } from './urlUserInfo';

/** What stands in the place of a secret within a text. @public */
export const SECRET_MASK = '••••••';

// Tokens that are known by how they begin. Each pattern starts at a word only, so that a search takes linear time.
const TOKEN_FORMS = [
  'gh[pousr]_[A-Za-z0-9]{20,}',
  'github_pat_\\w{20,}',
  'gl[a-z]{1,6}-[\\w-]{16,}',
  '(?:AKIA|ASIA)[A-Z0-9]{16}(?!\\w)',
  'AIza[\\w-]{35}',
  'ya29\\.[\\w-]{20,}',
  'xox[a-z]-[\\w-]{10,}',
  'xapp-[\\w-]{10,}',
  'npm_[A-Za-z0-9]{30,}',
  'pypi-[\\w-]{40,}',
  'dckr_(?:pat|oat)_[\\w-]{16,}',
  'hv[sbr]\\.[\\w-]{20,}',
  'do[opr]_v1_[a-f0-9]{40,}',
  '(?:sk|rk|pk|whsec)_(?:live|test)_\\w{10,}',
  'sk-[\\w-]{20,}',
  'hf_[A-Za-z0-9]{20,}',
  'SG\\.[\\w-]{16,}\\.[\\w-]{16,}',
  'sq[pua]_[a-f0-9]{40}',
  'AKCp[A-Za-z0-9]{10,}',
  'dapi[a-f0-9]{32}',
  'AGE-SECRET-KEY-1[A-Z0-9]{20,}',
  'hooks\\.slack\\.com/(?:services|workflows|triggers)/\\S+',
  'discord(?:app)?\\.com/api/webhooks/\\S+',
  // JSON Web Tokens: two objects in base64 to begin with.
  'eyJ[\\w-]{8,}\\.eyJ[\\w-]{5,}(?:\\.[\\w-]*)?',
].join('|');
const TOKENS = new RegExp(`(?<![\\w-])(?:${TOKEN_FORMS})`, 'g');
const TOKEN_AT_START = new RegExp(`^(?:${TOKEN_FORMS})`);

// No token is shorter; most texts have no word as long, and are done sooner.
const LONG_WORD = /[\w./-]{14}/;

const PRIVATE_KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/;
const PRIVATE_KEYS =
  /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[^]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----|$)/g;

// Quick looks, for most texts have none of it.
const SCHEME = /(?:bearer|basic) /i;
const HAS_FLAG = /(?<![\w-])--?\w/;

const AUTHORIZATION = /(?<!\w)(bearer|basic) {1,4}([\w+/=.~-]{8,})/gi;

// name=value, "name": "value", and name: value at the start of a line.
const NAME = /(?<![\w.-])([\w.-]{2,128})(["']?[ \t]{0,4}[=:][ \t]{0,4})/g;
const VALUE = /"[^"]*"?|'[^']*'?|[^\s"',;&]+/y;
const LINE_START = /(?:^|\n)[\s-]{0,64}$/;

// --password value
const FLAG = /(?<![\w-])(--?([\w-]{2,64})\s{1,4})([^\s-]\S*)/g;
const USER_OPTION = /(?<!\S)(-u|--user)(\s{1,4}|=)[^\s:]+:\S+/g;

/** Values that only stand for others, such as `{{inputs.parameters.token}}`. */
const REFERENCE = /^\s*(?:\{\{[^{}]*\}\}|\$\{\{?[^{}]*\}?\})\s*$/;

/** Whether a value is only an expression that stands for another one. @public */
export function isReference(text: string): boolean {
  return REFERENCE.test(text);
}

function isBasicCredential(encoded: string): boolean {
  try {
    return atob(encoded).includes(':');
  } catch {
    return false;
  }
}

/** Whether a word is a token of a well-known kind. */
export function isToken(word: string): boolean {
  return TOKEN_AT_START.test(word);
}

/** What is to become of secrets. */
interface MaskOptions {
  /** What stands in their place. */
  readonly mask: string;
  /** Whether `password: value` counts at the beginning of a line, as in YAML, which people write of other things as well. */
  readonly lines: boolean;
}

function maskAuthorization(
  { mask }: MaskOptions,
  match: string,
  scheme: string,
  value: string,
) {
  const isCredential =
    scheme.toLowerCase() === 'basic'
      ? isBasicCredential(value)
      : value.length >= 16 && /\d/.test(value);
  return isCredential ? `${scheme} ${mask}` : match;
}

function isAssignment(
  text: string,
  at: number,
  operator: string,
  { lines }: MaskOptions,
): boolean {
  return (
    operator.includes('=') ||
    /^["']/.test(operator) ||
    (lines && LINE_START.test(text.slice(Math.max(0, at - 65), at)))
  );
}

/** "requested: secrets=1": there are amounts of secrets, but no amounts of a password. */
function isAmount(name: string, value: string): boolean {
  return /s$/i.test(name) && /^\d+$/.test(value);
}

/** The value that begins at a place in a text. */
function valueFrom(text: string, at: number): string {
  VALUE.lastIndex = at;
  return VALUE.exec(text)?.[0] ?? '';
}

function maskAssignments(text: string, options: MaskOptions): string {
  let masked = '';
  let done = 0;
  for (const { 0: match, 1: name, 2: operator, index } of text.matchAll(NAME)) {
    // JSON calls the logins of a registry `auth`.
    const isSecret = judgeName(name) === 'secret' || name === 'auth';
    if (
      index >= done &&
      isSecret &&
      isAssignment(text, index, operator, options)
    ) {
      const start = index + match.length;
      const value = valueFrom(text, start);
      const unquoted = value.replace(/^["']|["']$/g, '');
      if (
        unquoted !== '' &&
        !isReference(unquoted) &&
        !isAmount(name, unquoted)
      ) {
        masked += text.slice(done, start) + options.mask;
        done = start + value.length;
      }
    }
  }
  return masked + text.slice(done);
}

function maskFlags(text: string, mask: string): string {
  return text
    .replace(FLAG, (match: string, flag: string, name: string, value: string) =>
      judgeName(name) === 'secret' && !isReference(value)
        ? `${flag}${mask}`
        : match,
    )
    .replace(USER_OPTION, `$1$2${mask}`);
}

/**
 * Puts a mask in the place of everything in a text that looks like a secret: private keys, well-known tokens, JSON Web
 * Tokens, Authorization headers, users and passwords in URLs, and what is assigned to a name such as `password`.
 *
 * @public
 */
export function maskText(text: string): string {
  return replaceSecrets(text, { mask: SECRET_MASK, lines: true });
}

/** {@link maskText}, as the options say. */
export function replaceSecrets(text: string, options: MaskOptions): string {
  const { mask } = options;
  let masked = text;
  if (LONG_WORD.test(masked)) {
    masked = masked.replace(TOKENS, mask);
  }
  if (PRIVATE_KEY_BEGIN.test(masked)) {
    masked = masked.replace(PRIVATE_KEYS, mask);
  }
  masked = replaceUserInfo(masked, `${mask}@`);
  if (SCHEME.test(masked)) {
    const replaceCredential = maskAuthorization.bind(undefined, options);
    masked = masked.replace(AUTHORIZATION, replaceCredential);
  }
  if (HAS_FLAG.test(masked)) {
    masked = maskFlags(masked, mask);
  }
  if (masked.includes('=') || masked.includes(':')) {
    masked = maskAssignments(masked, options);
  }
  return masked.includes('(') ? maskLoopItems(masked, mask) : masked;
}
