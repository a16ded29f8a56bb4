import { coloured, line, LogScript, repeat } from '../LogScript';

const DEFAULT_LINES = 12;

/** A program that says little of what it does. */
export const plain: LogScript = context => {
  const { stepName, exitCode, image, dice, amount = DEFAULT_LINES } = context;
  return [
    line(`${stepName}: started with ${image}`, 0.2),
    ...repeat(amount, index =>
      line(
        `${stepName}: part ${index + 1} of ${amount} done`,
        dice.between(`time ${index}`, 0.5, 1.5),
      ),
    ),
    line(
      exitCode === 0
        ? `${stepName}: done`
        : coloured('red', `${stepName}: failed with code ${exitCode}`),
      0.3,
    ),
  ];
};
