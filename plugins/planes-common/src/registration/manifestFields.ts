/** The fields of an object in a manifest. */
export type ManifestFields = { [field: string]: unknown };

/** Fields without those that are undefined or an empty text; undefined where none are left. */
export function compact(fields: ManifestFields): ManifestFields | undefined {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** A PEM text as it is written: with plain line breaks, and one at its end. */
export function writtenPem(text: string): string {
  return `${text.replace(/\r\n?/g, '\n').trim()}\n`;
}
