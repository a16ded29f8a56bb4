import { Name } from '@peculiar/asn1-x509';
import { cleanText } from '../parse/text';

const MAX_LENGTH = 256;

const ATTRIBUTES: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

function escape(value: string): string {
  return value.replace(/[,+"\\<>;]/g, '\\$&');
}

/** A distinguished name as RFC 4514 writes it, most specific first: `CN=agent-ca,O=acme`. */
export function formatDistinguishedName(name: Name): string {
  const parts: string[] = [];
  for (const rdn of name) {
    parts.unshift(
      rdn
        .map(
          ({ type, value }) =>
            `${ATTRIBUTES[type] ?? type}=${escape(value.toString())}`,
        )
        .join('+'),
    );
  }
  return cleanText(parts.join(','), MAX_LENGTH);
}
