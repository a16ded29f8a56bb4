import {
  block,
  line,
  LogScript,
  parameter,
  repeat,
  ScriptLine,
} from '../LogScript';

const STEPS = [
  'COPY package.json package-lock.json ./',
  'RUN npm ci --no-audit',
  'COPY . .',
  'RUN npm run build',
  'RUN npm prune --omit=dev',
] as const;
const FAILING_STEP = 3;

function output(step: number): ScriptLine[] {
  const id = step + 6;
  switch (step) {
    case 1:
      return repeat(8, index =>
        line(
          `#${id} ${(index * 1.7 + 0.4).toFixed(
            2,
          )} npm http fetch GET 200 https://registry.example/package-${index} ${
            80 + index * 13
          }ms`,
        ),
      );
    case FAILING_STEP:
      return repeat(6, index =>
        line(
          `#${id} ${(index * 2.1 + 0.9).toFixed(2)} transforming (${
            (index + 1) * 240
          }) src/components/Chunk${index}/index.tsx`,
          2,
        ),
      );
    default:
      return [line(`#${id} ...`)];
  }
}

/** An image is built in layers. */
export const imageBuild: LogScript = context => {
  const { dice, exitCode } = context;
  const image = parameter(
    context,
    ['image-name', 'image', 'image-tag'],
    'registry.acme.example/shop:latest',
  );
  const failed = exitCode !== 0;
  const steps = failed ? STEPS.slice(0, FAILING_STEP + 1) : STEPS;
  const layers = steps.flatMap((step, index) => {
    const id = index + 6;
    const name = `[build ${index + 2}/${STEPS.length + 1}] ${step}`;
    const done =
      failed && index === FAILING_STEP
        ? []
        : [line(`#${id} DONE ${dice.between(step, 0.1, 14).toFixed(1)}s`)];
    return [line(`#${id} ${name}`, 0.2), ...output(index), ...done];
  });
  const digest = dice.hex('digest', 64);
  return [
    ...block(
      '#1 [internal] load build definition from Dockerfile',
      '#1 transferring dockerfile: 1.21kB done',
      '#1 DONE 0.0s',
      '#2 [internal] load metadata for docker.io/library/node:22-slim',
    ),
    line('#2 DONE 0.6s'),
    ...block(
      '#3 [internal] load .dockerignore',
      '#3 transferring context: 214B done',
      '#4 [internal] load build context',
    ),
    line(
      `#4 transferring context: ${dice.integer(
        'context',
        2,
        48,
      )}.4MB 0.3s done`,
    ),
    line('#5 [build 1/6] FROM docker.io/library/node:22-slim'),
    ...layers,
    ...(failed
      ? block(
          `#9 21.44 error TS2339: Property 'total' does not exist on type 'Cart'.`,
          `#9 21.44   at src/checkout/summary.ts:48:17`,
          `#9 ERROR: process "/bin/sh -c npm run build" did not complete successfully: exit code: ${exitCode}`,
          '------',
          ` > [build 5/6] RUN npm run build:`,
          '------',
          `ERROR: failed to solve: process "/bin/sh -c npm run build" did not complete successfully: exit code: ${exitCode}`,
        )
      : [
          line('#11 exporting to image', 0.2),
          line('#11 exporting layers 3.1s done', 3),
          line(`#11 writing image sha256:${digest} done`, 0.2),
          line(`#11 naming to ${image} done`, 0.1),
          line('#11 DONE 3.3s', 0.1),
        ]),
  ];
};
