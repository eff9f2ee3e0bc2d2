import type { Org } from '../../local-org/org.ts';
import type {
  ComponentItem,
  FieldItem,
  FlexiPageModel,
  PageItem,
  VisibilityRule,
} from '../page/pageModel.ts';
import { designProperties, type DesignProperty } from './designProperties.ts';
import { elements, text, type Element } from './xml.ts';

type Labels = Readonly<Record<string, string>>;

/** A deployed FlexiPage, ready to draw: labels filled in, properties of our components typed and completed with defaults. */
export function flexiPageModel(page: Element, org: Org, labels: Labels): FlexiPageModel {
  const regions = elements(page, 'flexiPageRegions').map(
    (region) =>
      [
        text(region, 'name') ?? '',
        elements(region, 'itemInstances').map((item) => pageItem(item, org, labels)),
      ] as const,
  );
  return {
    template: text(elements(page, 'template')[0], 'name') ?? '',
    regions: Object.fromEntries(regions),
  };
}

/** Salesforce's record page when none is assigned: highlights, then details. */
export function defaultRecordPage(): FlexiPageModel {
  const component = (name: string, properties: ComponentItem['properties'] = {}): ComponentItem => ({
    kind: 'component',
    name,
    label: name,
    properties,
  });
  return {
    template: 'flexipage:recordHomeTemplateDesktop',
    regions: {
      header: [component('force:highlightsPanel')],
      main: [component('flexipage:tabset', { tabs: 'tabs' })],
      tabs: [component('flexipage:tab', { title: 'Standard.Tab.detail', body: 'detail' })],
      detail: [component('force:detailPanel')],
    },
  };
}

function pageItem(item: Element, org: Org, labels: Labels): PageItem {
  const [component] = elements(item, 'componentInstance');
  if (component !== undefined) return componentItem(component, org, labels);
  const [field] = elements(item, 'fieldInstance');
  return { kind: 'field', field: text(field, 'fieldItem') ?? '', ...visibility(field) } satisfies FieldItem;
}

function componentItem(component: Element, org: Org, labels: Labels): ComponentItem {
  const deployedName = text(component, 'componentName') ?? '';
  const bundleName = deployedName.replace(/^c[:_]/, '');
  const bundle = org.components('LightningComponentBundle').get(bundleName);
  const design = bundle === undefined ? [] : designProperties(bundle);
  const given = elements(component, 'componentInstanceProperties').map(
    (property) => [text(property, 'name') ?? '', withLabels(text(property, 'value') ?? '', labels)] as const,
  );
  return {
    kind: 'component',
    name: deployedName.includes(':') ? deployedName : `c:${bundleName}`,
    label: bundleName,
    properties: {
      ...Object.fromEntries(design.flatMap((property) => defaultOf(property, labels))),
      ...Object.fromEntries(
        given.map(
          ([name, value]) =>
            [
              name,
              typed(
                value,
                design.find((property) => property.name === name),
              ),
            ] as const,
        ),
      ),
    },
    ...visibility(component),
  };
}

function defaultOf(
  property: DesignProperty,
  labels: Labels,
): readonly (readonly [string, string | number | boolean])[] {
  return property.default === undefined
    ? []
    : [[property.name, typed(withLabels(property.default, labels), property)]];
}

function typed(value: string, property: DesignProperty | undefined): string | number | boolean {
  if (property?.type === 'Boolean') return value === 'true';
  if (property?.type === 'Integer') return Number(value);
  return value;
}

/** Replaces `{!$Label.Name}` and `{!$Label.c.Name}` in a property by the label's text. */
function withLabels(value: string, labels: Labels): string {
  return value.replace(
    /\{!\$Label\.(?:c\.)?(\w+)\}/g,
    (expression, name: string) => labels[`c.${name}`] ?? expression,
  );
}

function visibility(parent: Element | undefined): { readonly visibility?: VisibilityRule } {
  const [rule] = elements(parent, 'visibilityRule');
  if (rule === undefined) return {};
  const criteria = elements(rule, 'criteria').map((criterion) => ({
    leftValue: text(criterion, 'leftValue') ?? '',
    operator: text(criterion, 'operator') ?? '',
    rightValue: text(criterion, 'rightValue') ?? '',
  }));
  const booleanFilter = text(rule, 'booleanFilter');
  return { visibility: booleanFilter === undefined ? { criteria } : { criteria, booleanFilter } };
}
