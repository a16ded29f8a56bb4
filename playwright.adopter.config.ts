import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// Visits to somebody else's portal, by `npm run test:adopter`.
export default defineConfig({
  ...base,
  testDir: 'packages/app/e2e-tests/adopter',
  testIgnore: [],
  outputDir: '.cache/e2e-adopter',
  // A portal that has just started is slow at first.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // High enough for a picture of a whole page where it is not the window that scrolls.
  use: {
    ...base.use,
    actionTimeout: 30_000,
    viewport: { width: 1440, height: 1600 },
  },
  projects: [
    { name: 'new', use: { baseURL: process.env.NEW_PORTAL_URL } },
    { name: 'legacy', use: { baseURL: process.env.LEGACY_PORTAL_URL } },
  ],
});
