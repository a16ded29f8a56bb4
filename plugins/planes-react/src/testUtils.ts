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
