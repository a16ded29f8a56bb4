export { EditPlanePage } from './EditPlanePage';
