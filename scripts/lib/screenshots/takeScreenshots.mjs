import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../userError.mjs';

const WIDTH = 1280;
const HEIGHT = 800;
const MAX_BYTES = 250_000;
/** Longer than a poll takes to show what it brought. */
const SETTLE_MS = 1_500;

/**
 * Takes pictures of a running portal.
 *
 * @param {object} options
 * @param {readonly import('./shots.mjs').Shot[]} options.shots
 * @param {string} options.url - of the portal
 * @param {string} options.controlPlane - folder of its control plane's files
 * @param {string} options.directory - where the pictures go
 * @param {string | undefined} options.chromium - path of the browser; Playwright's own unless named
 * @param {(file: string) => void} options.onTaken
 * @throws {UserError} where a picture is larger than a page should load
 */
export async function takeScreenshots({
  shots,
  url,
  controlPlane,
  directory,
  chromium: executablePath,
  onTaken,
}) {
  // Not at the top: the scripts load before anything is installed.
  const { chromium } = await import('@playwright/test');
  await mkdir(directory, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    // Chromium refuses its sandbox to root.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    // First all light ones: a plane that was tested within ten seconds is not tested anew.
    for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
      for (const shot of shots) {
        if (!(shot.schemes ?? ['light']).includes(colorScheme)) {
          continue;
        }
        const file = join(directory, `${shot.name}-${colorScheme}.png`);
        const page = await browser.newPage({
          baseURL: url,
          viewport: {
            width: shot.width ?? WIDTH,
            height: shot.height ?? HEIGHT,
          },
          colorScheme,
          locale: 'en-GB',
          timezoneId: 'UTC',
          reducedMotion: 'reduce',
        });
        await page.goto(shot.path);
        await shot.ready(page, { controlPlane });
        await page.waitForTimeout(SETTLE_MS);
        await writeFile(
          file,
          await (shot.part?.(page) ?? page).screenshot({
            animations: 'disabled',
            caret: 'hide',
          }),
        );
        await page.close();
        await requireSmall(file);
        onTaken(file);
      }
    }
  } finally {
    await browser.close();
  }
}

/** @param {string} file */
async function requireSmall(file) {
  const { size } = await stat(file);
  if (size > MAX_BYTES) {
    throw new UserError(
      `${file} has ${size} bytes, more than ${MAX_BYTES}: make the picture smaller.`,
    );
  }
}
