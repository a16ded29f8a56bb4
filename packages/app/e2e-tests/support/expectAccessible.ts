import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

// Of Backstage's own widgets: lists without items or items without a list, and sort buttons within buttons.
const KNOWN = [
  /^list: \.MuiList-root/,
  /^listitem: \.MuiListItem-divider/,
  /^nested-interactive: .*MuiTableSortLabel/,
];

/** Expects no violation of WCAG 2.1 AA that axe can find. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  const found = violations
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    )
    .filter(violation => !KNOWN.some(known => known.test(violation)));
  expect(found).toEqual([]);
}
