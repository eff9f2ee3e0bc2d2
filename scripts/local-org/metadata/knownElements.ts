import type { PackagedComponent } from './package.ts';
import type { Problem } from './problem.ts';
import type { XmlContent } from './xml.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** The elements that a component of a type may have. Metadata API developer guide, the page of each type. */
const KNOWN: Readonly<Record<string, ReadonlySet<string>>> = {
  CustomField: words(`
    businessOwnerGroup businessOwnerUser businessStatus caseSensitive complianceGroup customDataType defaultValue
    deleteConstraint deprecated description displayFormat displayLocationInDecimal encryptionScheme escapeMarkup
    externalDeveloperName externalId fieldManageability formula formulaTreatBlanksAs fullName indexed inlineHelpText
    isAIPredictionField isConvertLeadDisabled isFilteringDisabled isNameField isSortingDisabled label length lookupFilter
    maskChar maskType metadataRelationshipControllingField mktDataLakeFieldAttributes mktDataModelFieldAttributes
    populateExistingRows precision referenceTargetField referenceTo relationshipLabel relationshipName relationshipOrder
    reparentableMasterDetail required restrictedAdminField scale securityClassification startingNumber stripMarkup
    summarizedField summaryFilterItems summaryForeignKey summaryOperation trackFeedHistory trackHistory trackTrending
    translateData trueValueIndexed type unique valueSet visibleLines writeRequiresMasterRead`),
  CustomLabel: words('categories fullName language protected shortDescription value'),
  CustomPermission: words('connectedApp description isLicensed label requiredPermission'),
  CustomTab: words(`
    actionOverrides auraComponent customObject description flexiPage frameHeight fullName hasSidebar icon isHidden label
    lwcComponent mobileReady motif page scontrol splashPageLink url urlEncodingKey urlFrameHeight urlType`),
  FlexiPage: words(`
    description events flexiPageRegions fullName masterLabel pageTemplate parentFlexiPage platformActionlist quickActionList
    sobjectType template type`),
  PermissionSet: words(`
    agentAccesses applicationVisibilities classAccesses customMetadataTypeAccesses customPermissions customSettingAccesses
    description emailRoutingAddressAccesses externalCredentialPrincipalAccesses externalDataSourceAccesses fieldPermissions
    flowAccesses fullName hasActivationRequired label license objectPermissions pageAccesses recordTypeVisibilities
    servicePresenceStatusAccesses tabSettings userPermissions viewAllFields`),
  ValidationRule: words(
    'active description errorConditionFormula errorDisplayField errorMessage fullName shouldEvaluateOnClient',
  ),
};

/** The types whose elements are checked. */
export const CHECKED_TYPES: readonly string[] = Object.keys(KNOWN);

/** An element that the type doesn't have, in the words of the Metadata API. */
export function unknownElements({ type }: PackagedComponent, content: XmlContent): readonly Problem[] {
  const known = KNOWN[type];
  if (known === undefined) return [];
  const name = Object.keys(content).find((each) => !known.has(each));
  return name === undefined
    ? []
    : [
        {
          message: `Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}${name} invalid at this location in type ${type}`,
          at: `<${name}`,
        },
      ];
}
