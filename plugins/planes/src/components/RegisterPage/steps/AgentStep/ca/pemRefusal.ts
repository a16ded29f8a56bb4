import { shellWord } from '@openchoreo-planes/backstage-plugin-planes-common';

/** Why something is not taken as the agent CA, for a person. */
export interface PemRefusal {
  title: string;
  /** What to do instead. */
  advice: string;
  /** A command that helps, and what it is for. */
  command?: { purpose: string; command: string };
}

const ONLY_THE_CERTIFICATE =
  'The control plane needs only the certificate of the CA, which is about 2,000 characters long.';

/** Where a private key came in. */
export function privateKeyRefusal(): PemRefusal {
  return {
    title: 'Private key: refused',
    advice:
      "It has not left your browser and is not kept. The control plane needs only the CA's certificate. If the key was sent anywhere else, treat it as leaked: make a new CA and new agent certificates.",
  };
}

/** Where a text is far too long. */
export function tooLongRefusal(): PemRefusal {
  return {
    title: 'Too long: refused',
    advice: `The text has more than 65,536 characters. ${ONLY_THE_CERTIFICATE}`,
  };
}

/** Where a file is far too large. */
export function tooLargeRefusal(name: string): PemRefusal {
  return {
    title: 'Too large: refused',
    advice: `The file ${name} has more than 64 KiB. ${ONLY_THE_CERTIFICATE}`,
  };
}

/** Where several files came at once. */
export function severalFilesRefusal(count: number): PemRefusal {
  return {
    title: 'Several files: none was read',
    advice: `These are ${count} files. Drop one at a time; where the CA has several certificates, they belong into one file.`,
  };
}

/** Where a file cannot be read at all, as with folders. */
export function unreadableRefusal(name: string): PemRefusal {
  return {
    title: 'The file could not be read',
    advice: `The browser cannot read ${name}. Choose it with the button, or paste its text.`,
  };
}

/** Where a file is a certificate in binary form. */
export function derRefusal(name: string): PemRefusal {
  // A name that begins with a dash would be taken for an option.
  const file = shellWord(name.startsWith('-') ? `./${name}` : name);
  return {
    title: 'DER, not PEM',
    advice: `The file ${name} holds a certificate in binary form (DER). Convert it, then choose ca.pem.`,
    command: {
      purpose: 'Convert the certificate to PEM',
      command: `openssl x509 -inform der -in ${file} -out ca.pem`,
    },
  };
}

/** Where a file is binary, and perhaps a key. */
export function binaryRefusal(name: string): PemRefusal {
  return {
    title: 'Not a certificate',
    advice: `The file ${name} is binary and holds no certificate, but perhaps a key or a key store. It is not kept. Choose the PEM file of the CA certificate.`,
  };
}
