import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const PORTAL_URL = process.env.PORTAL_URL ?? 'http://localhost:7007';

// Chromium refuses its sandbox to root.
const chromiumArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const testDirectories = ['packages', 'plugins'].flatMap(folder =>
  readdirSync(join(__dirname, folder))
    .map(name => join(folder, name, 'e2e-tests'))
    .filter(directory => existsSync(join(__dirname, directory))),
);

export default defineConfig({
  projects: testDirectories.map(directory => ({
    name: directory.split('/')[1],
    testDir: directory,
    // Visits to another portal: `playwright.adopter.config.ts`.
    testIgnore: '**/adopter/**',
  })),
  outputDir: '.cache/e2e',
  reporter: [['list']],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  use: {
    baseURL: PORTAL_URL,
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: chromiumArgs,
    },
  },
});
