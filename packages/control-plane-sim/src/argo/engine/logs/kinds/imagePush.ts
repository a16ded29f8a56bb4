import { line, LogScript, parameter, repeat } from '../LogScript';

const LAYERS = 7;

/** An image is pushed layer by layer. */
export const imagePush: LogScript = context => {
  const { dice, exitCode } = context;
  const image = parameter(
    context,
    ['image-name', 'image', 'image-tag'],
    'registry.acme.example/shop:latest',
  );
  const [repository, tag = 'latest'] = image.split(/:(?=[^/]*$)/);
  const layer = (index: number) => dice.hex(`layer ${index}`, 12);
  const prepared = [
    line(`The push refers to repository [${repository}]`, 0.2),
    ...repeat(LAYERS, index => line(`${layer(index)}: Preparing`, 0.05)),
  ];
  if (exitCode !== 0) {
    return [
      ...prepared,
      ...repeat(2, index => line(`${layer(index)}: Layer already exists`)),
      line(
        `unauthorized: access to the requested resource is not authorized`,
        2,
      ),
    ];
  }
  return [
    ...prepared,
    ...repeat(LAYERS, index =>
      line(
        `${layer(index)}: ${index < 3 ? 'Layer already exists' : 'Pushed'}`,
        index + 1,
      ),
    ),
    line(
      `${tag}: digest: sha256:${dice.hex('digest', 64)} size: ${dice.integer(
        'size',
        1_200,
        4_200,
      )}`,
    ),
  ];
};
