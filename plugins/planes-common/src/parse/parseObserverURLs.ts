import { Finding } from '../model/finding';
import { PlaneKindInfo } from '../model/kinds';
import { Plane } from '../model/plane';
import { Fields, fieldsOf, readText } from './readers';

export const HTTP_URL = /^https?:\/\/\S+$/i;
export const MAX_URL_LENGTH = 2048;

/** The URLs of a plane's observability services, and what is wrong with them. */
export interface ObserverURLs
  extends Pick<Plane, 'observerURL' | 'rcaAgentURL' | 'finOpsAgentURL'> {
  readonly findings: readonly Finding[];
}

function invalid(field: string, message: string): Finding {
  return {
    code: 'observer-url-invalid',
    severity: 'warning',
    field,
    message: `${field} ${message}`,
    remedy:
      'Give an http or https URL without credentials that the browsers of your developers can reach.',
  };
}

function readURL(
  value: unknown,
  field: string,
  findings: Finding[],
): string | undefined {
  if (typeof value !== 'string' || value === '') {
    return undefined;
  }
  const text = value.trim();
  if (
    text.length > MAX_URL_LENGTH ||
    !HTTP_URL.test(text) ||
    !URL.canParse(text)
  ) {
    findings.push(invalid(field, 'is not a URL that a browser can open.'));
    return undefined;
  }
  const url = new URL(text);
  if (url.username || url.password) {
    findings.push(
      invalid(field, 'holds a user name or password, which is not shown.'),
    );
  }
  const isPlain = !url.username && !url.password && !url.search && !url.hash;
  return readText(
    isPlain ? text : `${url.origin}${url.pathname}`,
    MAX_URL_LENGTH,
  );
}

/** Reads the URLs of an observability plane, or of the observer that a plane had before v0.8. */
export function parseObserverURLs(
  spec: Fields,
  info: PlaneKindInfo,
): ObserverURLs {
  const findings: Finding[] = [];
  if (info.planeType !== 'observability') {
    const { url } = fieldsOf(spec, 'observer');
    return {
      observerURL: readURL(url, 'spec.observer.url', findings),
      findings,
    };
  }
  const observerURL = readURL(spec.observerURL, 'spec.observerURL', findings);
  if (observerURL === undefined && findings.length === 0) {
    findings.push(invalid('spec.observerURL', 'is not set.'));
  }
  return {
    observerURL,
    rcaAgentURL: readURL(spec.rcaAgentURL, 'spec.rcaAgentURL', findings),
    finOpsAgentURL: readURL(
      spec.finOpsAgentURL,
      'spec.finOpsAgentURL',
      findings,
    ),
    findings,
  };
}
