import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

// Of Backstage's own widgets: lists without items or items without a list, sort buttons within buttons, and the number of
// unread notifications, which is not part of the label of its link.
const KNOWN = [
  /^list: \.MuiList-root/,
  /^listitem: \.MuiListItem-divider/,
  /^nested-interactive: .*MuiTableSortLabel/,
  /^label-content-name-mismatch: .*aria-label="Notifications"/,
];

/** Expects no violation of WCAG 2.1 AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  // Backstage's own progress indicators have no name.
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const found = violations
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html }) =>
          `${id}: ${target.join(' ')} ${html.slice(0, 300)}`,
      ),
    )
    .filter(violation => !KNOWN.some(known => known.test(violation)));
  expect(found).toEqual([]);
}
