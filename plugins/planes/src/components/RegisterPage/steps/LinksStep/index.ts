export { LinksStep } from './LinksStep';
