export { RegisterButton } from './RegisterButton';
export { RegisterInvitation } from './RegisterInvitation';
