import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages and cards are loaded when they are first shown, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(40_000);

jest.mock('@emotion/cache', () => {
  const { default: createCache } = jest.requireActual('@emotion/cache');
  // Styles stay out of the document: to look through all of them at every question about an element takes most of the time.
  return {
    __esModule: true,
    default: (options: object) =>
      createCache({ ...options, container: document.createElement('div') }),
  };
});
