const DATE_TIME =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const UUID = /^[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i;
const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const IPV4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!$)|$)){4}$/;
const DURATION = /^-?(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d|w))+$/;

const STRING_FORMATS: Record<string, (value: string) => boolean> = {
  'date-time': value => DATE_TIME.test(value),
  date: value => DATE.test(value),
  uuid: value => UUID.test(value),
  byte: value => BASE64.test(value),
  ipv4: value => IPV4.test(value),
  duration: value => value === '0' || DURATION.test(value),
  uri: value => URL.canParse(value),
};

/** Whether a string has the format. Formats that Kubernetes does not check here pass. */
export function hasStringFormat(value: string, format: string): boolean {
  return STRING_FORMATS[format]?.(value) ?? true;
}
