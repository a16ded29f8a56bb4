const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const DNS_SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const HOST = new RegExp(`^(\\*\\.)?${LABEL}(\\.${LABEL})*$`, 'i');

/** An RFC 1123 label, as the name of a namespace is. */
export function isDNSLabel(text: string): boolean {
  return text.length <= 63 && DNS_LABEL.test(text);
}

/** An RFC 1123 subdomain, as the names of most Kubernetes objects are. */
export function isDNSSubdomain(text: string): boolean {
  return text.length <= 253 && DNS_SUBDOMAIN.test(text);
}

/** A host name, or one with a wildcard for its first label. */
export function isHost(text: string): boolean {
  return text.length <= 253 && HOST.test(text);
}
