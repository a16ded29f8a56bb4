import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { UpdateNotice } from './UpdateNotice';

describe('UpdateNotice', () => {
  it.each([
    ['Error', 'Failed to fetch', /^The portal stopped answering\. This is/],
    [
      'TooManyRequestsError',
      'Try again in 4 s',
      /^Updates are held back for a moment\. This is/,
    ],
  ])('says what is the matter: %s', async (name, message, title) => {
    const error = Object.assign(new Error(message), { name, retryAfter: 4 });
    await renderInTestApp(
      <UpdateNotice error={error} updatedAt={Date.now()} onRetry={() => {}} />,
    );
    expect(screen.getByText(title)).toBeVisible();
    expect(screen.getByText(message)).toBeVisible();
  });
});
