import type { Org } from '../../local-org/org.ts';
import type {
  ComponentItem,
  FieldItem,
  FlexiPageModel,
  PageItem,
  VisibilityRule,
} from '../page/pageModel.ts';
import { designOf, type Design, type DesignProperty } from './designProperties.ts';
import { elements, text, type Element } from './xml.ts';

type Labels = Readonly<Record<string, string>>;

/** What the items of one page have in common. */
interface OnPage {
  readonly org: Org;
  readonly labels: Labels;
  /** The target that its components must have: `lightning__HomePage`. */
  readonly target: string;
}

const NO_DESIGN: Design = { available: true, properties: [] };

/** A deployed FlexiPage, ready to draw: labels filled in, properties of our components typed and completed with defaults. */
export function flexiPageModel(page: Element, org: Org, labels: Labels): FlexiPageModel {
  const onPage = { org, labels, target: `lightning__${text(page, 'type') ?? 'RecordPage'}` };
  const regions = elements(page, 'flexiPageRegions').map(
    (region) =>
      [
        text(region, 'name') ?? '',
        elements(region, 'itemInstances').map((item) => pageItem(item, onPage)),
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

function pageItem(item: Element, onPage: OnPage): PageItem {
  const [component] = elements(item, 'componentInstance');
  if (component !== undefined) return componentItem(component, onPage);
  const [field] = elements(item, 'fieldInstance');
  return { kind: 'field', field: text(field, 'fieldItem') ?? '', ...visibility(field) } satisfies FieldItem;
}

function componentItem(component: Element, { org, labels, target }: OnPage): ComponentItem {
  const deployedName = text(component, 'componentName') ?? '';
  const bundleName = deployedName.replace(/^c[:_]/, '');
  const bundle = org.components('LightningComponentBundle').get(bundleName);
  const { available, properties: design } = bundle === undefined ? NO_DESIGN : designOf(bundle, target);
  const given = elements(component, 'componentInstanceProperties').map(
    (property) => [text(property, 'name') ?? '', withLabels(text(property, 'value') ?? '', labels)] as const,
  );
  return {
    kind: 'component',
    name: deployedName.includes(':') ? deployedName : `c:${bundleName}`,
    label: bundleName,
    ...(available ? {} : { refused: `${target} is not a target of ${bundleName}` }),
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
