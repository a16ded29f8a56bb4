import { MAX_VALUE_LENGTH } from '../../../form/formValues';
import {
  binaryRefusal,
  derRefusal,
  PemRefusal,
  tooLargeRefusal,
  unreadableRefusal,
} from './pemRefusal';

/** What came of a file for the agent CA. */
export type PemFile =
  | { readonly text: string; readonly refusal?: undefined }
  | { readonly refusal: PemRefusal };

const SEQUENCE = 0x30;
const LONG_FORM = 0x80;
const LENGTH_MASK = 0x7f;

/** Whether bytes begin as a DER certificate does, and keys and key stores do not: with a sequence in a sequence. */
function looksLikeCertificate(bytes: Uint8Array): boolean {
  const length = bytes[1] ?? 0;
  const header = 2 + (length >= LONG_FORM ? length & LENGTH_MASK : 0);
  return bytes[0] === SEQUENCE && bytes[header] === SEQUENCE;
}

function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Reads a file that should be PEM. Opens nothing that is far too large. */
export async function readPemFile(file: File): Promise<PemFile> {
  if (file.size > MAX_VALUE_LENGTH) {
    return { refusal: tooLargeRefusal(file.name) };
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { refusal: unreadableRefusal(file.name) };
  }
  const text = decodeText(bytes);
  if (text !== undefined) {
    return { text };
  }
  return {
    refusal: looksLikeCertificate(bytes)
      ? derRefusal(file.name)
      : binaryRefusal(file.name),
  };
}
