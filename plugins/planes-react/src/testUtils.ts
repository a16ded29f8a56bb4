/**
 * What tests of frontends that show OpenChoreo planes need.
 *
 * @packageDocumentation
 */

export { FakePlanesApi } from './testing/FakePlanesApi';
export { FakeSignals } from './testing/FakeSignals';
export {
  connectionTestReportFixture,
  planeEntityFixture,
  planeFixture,
  planeHistoryFixture,
  planeViewFixture,
} from './testing/fixtures';
export { planeSummary } from './testing/planeSummary';
export { mockLayout, scrollWindow } from './testing/layout';
export { responseError } from './testing/responseError';
export { setPageVisibility } from './testing/visibility';
