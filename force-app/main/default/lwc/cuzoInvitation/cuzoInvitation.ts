/** What an invitation to a zone says and where it leads: shared by what stands on the account page. */
export { customerLanguage } from './customerLanguage';
export { customerTexts, isMailAddress, mailLink, type CustomerTexts } from './customerTexts';
export { isDeceased, needsInvitation, standing, zoneToInvite, zoneToShow, type Standing } from './invited';
export { landing, PORTALS, type Landing } from './landing';
