import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Cards are loaded when they are first shown, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
