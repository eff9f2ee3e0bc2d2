/** The content and the address of an invitation to a zone, shared by the components on the account page. */
export { customerLanguage } from './customerLanguage';
export { customerTexts, isMailAddress, mailLink, type CustomerTexts } from './customerTexts';
export { isDeceased, needsInvitation, standing, zoneToInvite, zoneToShow, type Standing } from './invited';
export { landing, PORTALS, type Landing } from './landing';
