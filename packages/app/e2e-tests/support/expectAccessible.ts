import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** Expects no violation of WCAG 2.1 AA that axe can find. */
export async function expectAccessible(
  page: Page,
  options: { exclude?: string[] } = {},
): Promise<void> {
  const builder = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
  ]);
  for (const selector of options.exclude ?? []) {
    builder.exclude(selector);
  }
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
  expect(found).toEqual([]);
}
