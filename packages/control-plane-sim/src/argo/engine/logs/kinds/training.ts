import { block, line, LogScript, repeat } from '../LogScript';

const DEFAULT_EPOCHS = 40;
const STEPS_PER_EPOCH = 4;

/** A model is trained, epoch by epoch. */
export const training: LogScript = context => {
  const { dice, exitCode, reason, amount = DEFAULT_EPOCHS } = context;
  const epochs = exitCode === 0 ? amount : Math.ceil(amount * 0.4);
  const loss = (epoch: number, what: string) =>
    (
      0.08 +
      1.4 * Math.exp(-epoch / (amount / 4)) +
      dice.between(`${what} ${epoch}`, 0, 0.03)
    ).toFixed(4);
  return [
    ...block(
      `[train] device: cuda:0 (NVIDIA L4, 24 GiB)`,
      `[train] samples: 1 284 480 train, 142 720 validation`,
      `[train] model: temporal fusion transformer, 4.2 M parameters`,
    ),
    ...repeat(epochs * STEPS_PER_EPOCH, index => {
      const epoch = Math.floor(index / STEPS_PER_EPOCH) + 1;
      const step = ((index % STEPS_PER_EPOCH) + 1) * 250;
      const rate = (0.001 * 0.96 ** epoch).toExponential(2);
      const validation = step === 1000 ? ` val_loss=${loss(epoch, 'val')}` : '';
      const now = loss(epoch + step / 1000, 'loss');
      return line(
        `[train] epoch ${epoch}/${amount} step ${step}/1000 loss=${now} lr=${rate}${validation}`,
      );
    }),
    ...(exitCode === 0
      ? [
          line('[train] early stopping not triggered', 0.2),
          line('[train] best checkpoint: /mnt/vol/model/best.ckpt', 0.2),
        ]
      : block(
          'Traceback (most recent call last):',
          '  File "/app/train.py", line 212, in <module>',
          '    main()',
          '  File "/app/train.py", line 187, in fit',
          '    loss.backward()',
          reason === 'OOMKilled'
            ? 'Killed'
            : 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 512.00 MiB.',
        )),
  ];
};
