/**
 * What tests of frontends that show OpenChoreo planes need.
 *
 * @packageDocumentation
 */

export { FakePlanesApi } from './testing/FakePlanesApi';
export {
  planeEntityFixture,
  planeFixture,
  planeViewFixture,
} from './testing/fixtures';
