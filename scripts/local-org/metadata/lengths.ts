import type { PackagedComponent } from './package.ts';
import type { Problem } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

interface Limit {
  readonly element: string;
  readonly label: string;
  readonly most: number;
}

const limit = (element: string, label: string, most: number): Limit => ({ element, label, most });
const LABEL_80 = limit('label', 'Label', 80);
const DESCRIPTION_255 = limit('description', 'Description', 255);
const DESCRIPTION_1000 = limit('description', 'Description', 1000);

/**
 * Longest texts of a component. Metadata API developer guide and Field Reference, each type's page. The limit of 255 for a
 * permission set's description, and the messages, come from public deploy logs.
 */
const LIMITS: Readonly<Record<string, readonly Limit[]>> = {
  CompactLayout: [LABEL_80],
  CustomApplication: [limit('label', 'Label', 40), DESCRIPTION_1000],
  CustomField: [
    limit('label', 'Label', 40),
    DESCRIPTION_1000,
    limit('inlineHelpText', 'Help Text', 510),
    limit('relationshipLabel', 'Child Relationship Label', 80),
    limit('formula', 'Formula', 3900),
  ],
  CustomLabel: [
    limit('value', 'Value', 1000),
    limit('shortDescription', 'Short Description', 80),
    limit('categories', 'Categories', 255),
  ],
  CustomObject: [limit('label', 'Label', 40), limit('pluralLabel', 'Plural Label', 40), DESCRIPTION_1000],
  CustomPermission: [LABEL_80, DESCRIPTION_255],
  CustomTab: [limit('label', 'Tab Label', 40), DESCRIPTION_1000],
  Dashboard: [limit('title', 'Title', 80), DESCRIPTION_255],
  DashboardFolder: [limit('name', 'Folder Label', 80)],
  FieldSet: [LABEL_80],
  FlexiPage: [limit('masterLabel', 'Label', 80), DESCRIPTION_255],
  GlobalValueSet: [limit('masterLabel', 'Label', 80), DESCRIPTION_255],
  ListView: [limit('label', 'Name', 40)],
  PermissionSet: [LABEL_80, DESCRIPTION_255],
  QuickAction: [LABEL_80, DESCRIPTION_255],
  RecordType: [LABEL_80, DESCRIPTION_255],
  Report: [limit('name', 'Report Name', 40), DESCRIPTION_255],
  ReportFolder: [limit('name', 'Folder Label', 80)],
  ReportType: [limit('label', 'Label', 50), DESCRIPTION_255],
  ValidationRule: [limit('errorMessage', 'Error Message', 255), DESCRIPTION_255],
  WebLink: [limit('masterLabel', 'Label', 240)],
};

function tooLong(content: XmlContent, { element, label, most }: Limit): readonly Problem[] {
  const text = textOf(content, element) ?? '';
  return text.length <= most
    ? []
    : [
        {
          message: `${label}: data value too large: ${text} (max length=${most})`,
          at: `<${element}>${text.slice(0, 20)}`,
        },
      ];
}

/**
 * Limits of translations: labels as long as the original's limit, custom labels 1,000, help texts 510, error messages 255.
 */
function translatedProblems(type: string, content: XmlContent): readonly Problem[] {
  if (type === 'Translations')
    return elements(content, 'customLabels').flatMap((each) =>
      tooLong(each, limit('label', 'Translation', 1000)),
    );
  if (type !== 'CustomObjectTranslation') return [];
  return [
    ...elements(content, 'fields').flatMap((each) => [
      ...tooLong(each, limit('label', 'Label', 40)),
      ...tooLong(each, limit('help', 'Help Text', 510)),
    ]),
    ...elements(content, 'validationRules').flatMap((each) =>
      tooLong(each, limit('errorMessage', 'Error Message', 255)),
    ),
  ];
}

/** Texts of a component that are longer than their type allows. */
export function lengthProblems({ type }: PackagedComponent, content: XmlContent): readonly Problem[] {
  return [
    ...(LIMITS[type] ?? []).flatMap((each) => tooLong(content, each)),
    ...translatedProblems(type, content),
  ];
}
