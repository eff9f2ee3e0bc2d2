import { ofType } from '../schema/components.ts';
import { objectOf } from '../schema/model.ts';
import type { Candidate, Problem } from './problem.ts';
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

/** Operators of a visibility rule. Metadata API developer guide, "UiFormulaCriterion". */
const VISIBILITY_OPERATORS: readonly string[] = ['CONTAINS', 'EQUAL', 'NE', 'GT', 'GE', 'LE', 'LT'];

const componentsIn = (region: XmlContent): readonly XmlContent[] =>
  [...elements(region, 'itemInstances'), region].flatMap((item) => [
    ...elements(item, 'componentInstance'),
    ...elements(item, 'componentInstances'),
  ]);

function nameProblems({ components }: Candidate, instance: XmlContent): readonly Problem[] {
  const name = textOf(instance, 'componentName') ?? '';
  const [namespace = '', rest] = name.split(':');
  const at = `<componentName>${name}<`;
  if (rest !== undefined && namespace !== 'c' && STANDARD_NAMESPACES.includes(namespace)) return [];
  const bundle = rest ?? name;
  const own = rest === undefined || namespace === 'c';
  return own && ofType(components, 'LightningComponentBundle').has(bundle)
    ? []
    : [{ message: `We couldn't retrieve or load the information on the component: ${name}`, at }];
}

const rulesIn = (instance: XmlContent): readonly XmlContent[] => elements(instance, 'visibilityRule');

function ruleProblems(instance: XmlContent): readonly Problem[] {
  return rulesIn(instance).flatMap((rule) =>
    elements(rule, 'criteria').flatMap((criterion) => {
      const operator = textOf(criterion, 'operator') ?? '';
      return VISIBILITY_OPERATORS.includes(operator)
        ? []
        : [
            {
              message: `Error parsing file: '${operator}' is not a valid value for the enum 'UiFormulaOperator'`,
              at: `<operator>${operator}<`,
            },
          ];
    }),
  );
}

/** The facet that a property of a component names: a tabset's tabs, a tab's body. */
function facetProblems(instance: XmlContent, regions: ReadonlySet<string>): readonly Problem[] {
  const name = textOf(instance, 'componentName');
  if (name !== 'flexipage:tab' && name !== 'flexipage:tabset') return [];
  return elements(instance, 'componentInstanceProperties').flatMap((property) => {
    const value = textOf(property, 'value');
    const facet = ['body', 'tabs'].includes(textOf(property, 'name') ?? '');
    return !facet || value === null || regions.has(value)
      ? []
      : [{ message: `The facet ${value} that ${name} names is not in the page`, at: `<value>${value}<` }];
  });
}

/** The problems of a Lightning page: its object, its components, the facets that they name, the operators of its rules. */
export function flexiPageProblems(candidate: Candidate, content: XmlContent): readonly Problem[] {
  const object = textOf(content, 'sobjectType');
  if (object !== null && objectOf(candidate.schema, object) === undefined)
    return [
      { message: `In field: sobjectType - no CustomObject named ${object} found`, at: '<sobjectType>' },
    ];
  const regions = elements(content, 'flexiPageRegions');
  const names = new Set(regions.map((region) => textOf(region, 'name') ?? ''));
  return regions
    .flatMap(componentsIn)
    .flatMap((instance) => [
      ...nameProblems(candidate, instance),
      ...facetProblems(instance, names),
      ...ruleProblems(instance),
    ]);
}
