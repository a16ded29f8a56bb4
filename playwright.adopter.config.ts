import { defineConfig } from '@playwright/test';
import base from './playwright.config';

// Visits to somebody else's portal, by `npm run test:adopter`.
export default defineConfig({
  ...base,
  testDir: 'packages/app/e2e-tests/adopter',
  testIgnore: [],
  outputDir: '.cache/e2e-adopter',
  projects: [
    {
      name: 'new',
      use: { baseURL: process.env.NEW_PORTAL_URL },
    },
    { name: 'legacy', use: { baseURL: process.env.LEGACY_PORTAL_URL } },
  ],
});
