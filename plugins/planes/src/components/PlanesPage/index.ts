export { PlanesPage } from './PlanesPage';
