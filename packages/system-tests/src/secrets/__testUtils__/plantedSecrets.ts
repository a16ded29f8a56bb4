const CORE = 'PLANTEDSECRET';

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function webToken(): string {
  const [header, payload] = ['{"alg":"RS256"}', `{"sub":"${CORE}"}`].map(part =>
    base64(part).replaceAll('=', ''),
  );
  return `${header}.${payload}.${CORE}signature`;
}

/** A private key of which no line is real. */
export const PRIVATE_KEY = [
  `-----BEGIN PRIVATE ${'KEY'}-----`,
  `${CORE}MC4CAQAwBQYDK2VwBCIEIJTHISISNOTAREALKEYBUTITMUSTNEVERLEAVE`,
  `-----END PRIVATE ${'KEY'}-----`,
  '',
].join('\n');

/** What is known for a secret by its form, wherever it stands. In two parts each, so that no scanner takes this file for a leak. */
export const BY_FORM: Readonly<Record<string, string>> = {
  githubToken: `ghp${'_'}${CORE}abcdefghijklmnopqrstuvwxyz0123`,
  gitlabToken: `glpat${'-'}${CORE}0123456789ab`,
  awsKey: `AKIA${CORE}012`,
  slackToken: `xoxb${'-'}${CORE}012345`,
  webToken: webToken(),
  privateKey: PRIVATE_KEY,
  bearer: `Authorization: Bearer ${CORE}0123456789abcdef`,
  basic: `Basic ${base64(`me:${CORE}`)}`,
  basicAuth: `https://me:${CORE}@git.example.com/shop.git`,
  assigned: `password=${CORE}`,
  flag: `deploy --token ${CORE} --verbose`,
  json: `{"clientSecret":"${CORE}"}`,
};

/** All of them in one line, as a controller might say it. */
export const SENTENCE = `cannot go on: ${Object.values(BY_FORM)
  .map(text => text.replaceAll('\n', ' '))
  .join(' ; ')} ; try again`;

/** What is no text of a known form, and a secret only by where it stands: a name, a Secret, a kubeconfig. */
export const BY_PLACE = 'PLANTEDSECRET-without-any-form';

/** Parts of the secrets above, in every form in which they might get out. */
const TRACES = [
  CORE,
  base64(CORE).slice(0, -4),
  base64(`x${CORE}`).slice(4, -4),
  base64(`xx${CORE}`).slice(4, -4),
];

/** Where a text holds a part of a secret, with what stands around it. */
export function tracesIn(text: string, more: readonly string[] = []): string[] {
  return [...TRACES, ...more].flatMap(trace => {
    const at = text.indexOf(trace);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 120), at + 60)];
  });
}
