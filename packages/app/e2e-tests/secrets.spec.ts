import { expect } from '@playwright/test';
import { injectObject } from './support/controlPlane';
import { DIRECTORY } from './support/gateway';
import { Eavesdropper } from './support/Eavesdropper';
import {
  ENCODED_SECRET,
  HOSTILE_PLANE,
  HOSTILE_RUN,
  SECRET,
} from './support/hostilePlane';
import { test } from './support/portal';

const PLANE_PAGE = '/catalog/acme/resource/data-plane-hostile';

/** Every page that tells of planes and runs, and a text that is there once it has told. */
const PAGES: [path: string, shown: string][] = [
  ['/', 'Planes'],
  ['/planes?q=hostile', 'Hostile'],
  ['/catalog', 'Hostile'],
  [PLANE_PAGE, 'Hostile'],
  [`${PLANE_PAGE}/workflow-runs`, 'Hostile'],
  ['/planes/register', 'Register'],
  ['/workflow-runs?q=hostile', 'hostile-run'],
  ['/search?query=hostile', 'hostile'],
  ['/notifications', 'Notifications'],
  ['/settings', 'Settings'],
];

test('what a control plane tells by mistake reaches no page, no traffic and no storage', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const removals = [
    await injectObject(DIRECTORY, 'dataplanes', HOSTILE_PLANE),
    await injectObject(DIRECTORY, 'workflowruns', HOSTILE_RUN),
  ];
  try {
    const eavesdropper = new Eavesdropper(page);
    for (const [path, shown] of PAGES) {
      await expect(async () => {
        await page.goto(path);
        await expect(
          page.getByText(shown).filter({ visible: true }).first(),
        ).toBeVisible();
      }).toPass({ timeout: 60_000 });
      await eavesdropper.look(page, context);
    }

    await page.goto('/workflow-runs?q=hostile');
    await page.getByRole('link', { name: 'hostile-run', exact: true }).click();
    await expect(
      page.getByRole('heading', { name: 'hostile-run', level: 2 }),
    ).toBeVisible();
    await expect(page.getByText(/cannot go on/).first()).toBeVisible();
    await eavesdropper.look(page, context);

    // What was planted around them was told.
    for (const told of ['cannot go on', 'deploy(0:env:prod,password:']) {
      expect(await eavesdropper.tracesOf([told])).not.toEqual([]);
    }
    const secrets = [SECRET, SECRET.toLowerCase(), ENCODED_SECRET];
    expect(await eavesdropper.tracesOf(secrets)).toEqual([]);
  } finally {
    for (const remove of removals) {
      await remove();
    }
  }
});
