/** What came over the wire. */
export interface GatewayAnswer {
  readonly status: number;
  /** The Content-Type header; undefined where there is none. */
  readonly contentType: string | undefined;
  readonly body: string;
  /** The body was longer than the request allows. */
  readonly truncated?: boolean;
}
