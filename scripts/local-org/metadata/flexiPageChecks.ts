import { ofType } from '../schema/components.ts';
import { fieldOf, objectOf } from '../schema/model.ts';
import { propertyProblems } from './pageProperties.ts';
import type { Candidate, Problem } from './problem.ts';
import { visibilityProblems } from './visibility.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/** Namespaces of the components that every org has. Metadata API developer guide, "FlexiPage". */
const STANDARD_NAMESPACES: readonly string[] = [
  ...[
    'flexipage',
    'force',
    'forceChatter',
    'forceCommunity',
    'home',
    'lightning',
    'lightningInternal',
    'record_flexipage',
  ],
  ...[
    'runtime_sales_activities',
    'runtime_service_fieldservice',
    'sfa',
    'console',
    'desktopDashboards',
    'analytics',
  ],
];

/** Since Winter '22, API 53, each component and field on a page has a name of its own. */
const IDENTIFIERS_SINCE = 53;

interface Placed {
  readonly instance: XmlContent;
  /** Its name in error messages: the component or the field. */
  readonly name: string;
}

const placedIn = (region: XmlContent): readonly Placed[] =>
  elements(region, 'itemInstances').flatMap((item) => [
    ...elements(item, 'componentInstance').map((instance) => ({
      instance,
      name: textOf(instance, 'componentName') ?? '',
    })),
    ...elements(item, 'fieldInstance').map((instance) => ({
      instance,
      name: textOf(instance, 'fieldItem') ?? '',
    })),
  ]);

/** The error for a component that doesn't exist: https://github.com/trailheadapps/lwc-recipes/issues/5 */
function nameProblems({ components }: Candidate, instance: XmlContent): readonly Problem[] {
  const name = textOf(instance, 'componentName');
  if (name === null) return [];
  const [namespace = '', rest] = name.split(':');
  if (rest !== undefined && namespace !== 'c' && STANDARD_NAMESPACES.includes(namespace)) return [];
  const own = rest === undefined || namespace === 'c';
  if (own && ofType(components, 'LightningComponentBundle').has(rest ?? name)) return [];
  const message = `We couldn't retrieve the design time component information for component ${name}.`;
  return [{ message, at: `<componentName>${name}<` }];
}

function fieldProblems(
  { schema }: Candidate,
  object: string | null,
  instance: XmlContent,
): readonly Problem[] {
  const item = textOf(instance, 'fieldItem');
  if (item === null) return [];
  const [root = '', name = ''] = item.split('.');
  const known = objectOf(schema, object ?? '');
  // Fields of parents (`Record.Account.Name`) aren't checked here.
  if (
    root === 'Record' &&
    known !== undefined &&
    (item.split('.').length > 2 || fieldOf(known, name) !== undefined)
  )
    return [];
  return [{ message: `In field: fieldItem - no CustomField named ${item} found`, at: `<fieldItem>${item}<` }];
}

/** tsalb/lwc-utils pull request 114: pages without identifiers stopped deploying with Winter '22. */
function identifierProblems(placed: readonly Placed[]): readonly Problem[] {
  const names = placed.map(({ instance }) => textOf(instance, 'identifier'));
  return placed.flatMap(({ name }, index) => {
    const identifier = names[index] ?? null;
    if (identifier === null)
      return [
        {
          message: `The '${name}' component instance doesn't have an identifier specified.`,
          at: `>${name}<`,
        },
      ];
    return names.indexOf(identifier) === index
      ? []
      : [
          {
            message: `The identifier '${identifier}' is used by more than one component instance.`,
            at: `<identifier>${identifier}<`,
          },
        ];
  });
}

/** Problems of facets: missing ones that tabs, tabsets and columns name, and ones that nothing names. */
function facetProblems(regions: readonly XmlContent[], placed: readonly Placed[]): readonly Problem[] {
  const names = new Set(regions.map((region) => textOf(region, 'name') ?? ''));
  const FACETS = ['body', 'columns', 'tabs'];
  const used = placed
    .filter(({ name }) => name.startsWith('flexipage:'))
    .flatMap(({ instance, name }) =>
      elements(instance, 'componentInstanceProperties')
        .filter((property) => FACETS.includes(textOf(property, 'name') ?? ''))
        .map((property) => ({ facet: textOf(property, 'value') ?? '', name })),
    );
  const missing = used
    .filter(({ facet }) => facet !== '' && !names.has(facet))
    .map(({ facet, name }) => ({
      message: `The facet ${facet} that ${name} names is not in the page`,
      at: `<value>${facet}<`,
    }));
  const namedOnes = new Set(
    placed.flatMap(({ instance }) =>
      elements(instance, 'componentInstanceProperties').map((property) => textOf(property, 'value') ?? ''),
    ),
  );
  const unused = regions
    .filter((region) => textOf(region, 'type') === 'Facet' && !namedOnes.has(textOf(region, 'name') ?? ''))
    .map((region) => textOf(region, 'name') ?? '')
    .map((facet) => ({
      message: `The facet ${facet} isn't used by a component of the page`,
      at: `<name>${facet}<`,
    }));
  return [...missing, ...unused];
}

/** What Salesforce's own skill tells of pages that an org refuses (forcedotcom/afv-library, salesforce-flexipage). */
function regionProblems(content: XmlContent, regions: readonly XmlContent[]): readonly Problem[] {
  const names = regions.map((region) => textOf(region, 'name') ?? '');
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  const withMode =
    textOf(content, 'parentFlexiPage') === null && regions.find((region) => textOf(region, 'mode'));
  return [
    ...(repeated === undefined
      ? []
      : [{ message: `The region ${repeated} is in the page twice`, at: `<name>${repeated}<` }]),
    ...(withMode
      ? [
          {
            message: `Region ${textOf(withMode, 'name') ?? ''} specifies mode that parent doesn't support`,
            at: '<mode>',
          },
        ]
      : []),
    ...(textOf(content, 'type') === 'RecordPage' && textOf(content, 'sobjectType') === null
      ? [{ message: 'A page of type RecordPage needs a sobjectType', at: '<type>' }]
      : []),
  ];
}

/** The problems of a Lightning page: its regions and object, its components with their properties, identifiers, facets and rules. */
export function flexiPageProblems(candidate: Candidate, content: XmlContent): readonly Problem[] {
  const object = textOf(content, 'sobjectType');
  if (object !== null && objectOf(candidate.schema, object) === undefined)
    return [
      { message: `In field: sobjectType - no CustomObject named ${object} found`, at: '<sobjectType>' },
    ];
  const regions = elements(content, 'flexiPageRegions');
  const placed = regions.flatMap(placedIn);
  const type = textOf(content, 'type') ?? '';
  return [
    ...placed.flatMap(({ instance }) => [
      ...nameProblems(candidate, instance),
      ...fieldProblems(candidate, object, instance),
      ...propertyProblems(candidate, type, object, instance),
      ...visibilityProblems(candidate, object, instance),
    ]),
    ...(candidate.apiVersion < IDENTIFIERS_SINCE ? [] : identifierProblems(placed)),
    ...regionProblems(content, regions),
    ...facetProblems(regions, placed),
  ];
}
