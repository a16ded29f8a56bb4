import { test as base } from '@playwright/test';

/** Like Playwright's `test`, but fails where the page throws. */
export const test = base.extend<{ failOnPageErrors: void }>({
  failOnPageErrors: [
    async ({ page }, use) => {
      const errors: Error[] = [];
      page.on('pageerror', error => errors.push(error));
      await use();
      if (errors.length > 0) {
        throw new AggregateError(
          errors,
          `The page threw: ${errors.join(', ')}`,
        );
      }
    },
    { auto: true },
  ],
});

/** A plane of the demo that has lost its agents, and stays like that. */
export const DISCONNECTED_PLANE = {
  title: 'EU West production',
  planeID: 'eu-west-1',
  path: '/catalog/acme/resource/data-plane-eu-west-prod',
};

/** A plane of the demo whose agents are there. */
export const CONNECTED_PLANE = {
  title: 'EU Central production',
  planeID: 'eu-central-1',
  path: '/catalog/acme/resource/data-plane-eu-central-prod',
};
