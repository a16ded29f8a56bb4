import { readCertificates } from '@openchoreo-planes/backstage-plugin-planes-common';
import { MAX_VALUE_LENGTH } from '../../../form/formValues';
import { holdsPrivateKey } from '../../../form/holdsPrivateKey';
import { holdsEncodedPrivateKey } from './holdsEncodedPrivateKey';

/** What came of a text for the agent CA: as it may be kept, or why it may not. */
export type PemText =
  | { readonly text: string; readonly refused?: undefined }
  | { readonly refused: 'too-long' | 'private-key' };

const BEGIN = '-----BEGIN CERTIFICATE-----';
const END = '-----END CERTIFICATE-----';

/** The certificates of a text whose lines have white space around them, as when copied out of YAML. */
function withoutIndentation(text: string): string {
  const trimmed = text
    .split('\n')
    .map(line => line.trim())
    .join('\n');
  const start = trimmed.indexOf(BEGIN);
  const end = trimmed.lastIndexOf(END);
  return start < 0 || end < start
    ? trimmed
    : `${trimmed.slice(start, end + END.length)}\n`;
}

function repair(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  const repaired = withoutIndentation(lines);
  const readable = (pem: string) => readCertificates(pem).certificates.length;
  // Left as it is otherwise, since somebody may still be typing.
  return readable(repaired) > readable(lines) ? repaired : lines;
}

/** Looks at a text before it is kept anywhere. Reads nothing of what is far too long. */
export function readPemText(text: string): PemText {
  if (text.length > MAX_VALUE_LENGTH) {
    return { refused: 'too-long' };
  }
  if (holdsPrivateKey(text) || holdsEncodedPrivateKey(text)) {
    return { refused: 'private-key' };
  }
  return { text: repair(text) };
}

/** Decodes a text that is base64 of PEM; undefined where it is not base64. */
export function decodePem(base64: string): string | undefined {
  try {
    return atob(base64.replace(/\s/g, ''));
  } catch {
    return undefined;
  }
}
