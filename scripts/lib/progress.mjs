const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const FRAME_MS = 100;

/**
 * Writes a duration for people: `8 s`, `2 min 5 s`.
 *
 * @param {number} milliseconds
 */
export function formatDuration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Shows that something is going on while `work` runs: a spinner with the elapsed time on a
 * terminal, a line at either end elsewhere.
 *
 * @template T
 * @param {string} title - what is being done, for example `Building the portal`
 * @param {() => Promise<T>} work
 * @param {{ isTTY?: boolean, write(text: string): unknown }} [stream]
 * @returns {Promise<T>}
 */
export async function withProgress(title, work, stream = process.stderr) {
  const start = Date.now();
  const elapsed = () => formatDuration(Date.now() - start);
  const show = stream.isTTY ? spinner(title, elapsed, stream) : undefined;
  if (!show) {
    stream.write(`${title} ...\n`);
  }
  try {
    const result = await work();
    show?.stop();
    stream.write(
      show ? `✓ ${title} (${elapsed()})\n` : `${title}: done (${elapsed()})\n`,
    );
    return result;
  } catch (error) {
    show?.stop();
    stream.write(
      show
        ? `✗ ${title} (${elapsed()})\n`
        : `${title}: failed (${elapsed()})\n`,
    );
    throw error;
  }
}

/**
 * @param {string} title
 * @param {() => string} elapsed
 * @param {{ write(text: string): unknown }} stream
 */
function spinner(title, elapsed, stream) {
  let frame = 0;
  const draw = () => {
    stream.write(`\r\x1b[K${FRAMES[frame]} ${title} (${elapsed()})`);
    frame = (frame + 1) % FRAMES.length;
  };
  draw();
  const timer = setInterval(draw, FRAME_MS);
  return {
    stop() {
      clearInterval(timer);
      stream.write('\r\x1b[K');
    },
  };
}
