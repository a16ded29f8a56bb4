export { PlanesHomeWidget } from './PlanesHomeWidget';
