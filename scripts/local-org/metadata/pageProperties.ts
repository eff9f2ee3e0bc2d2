import { ofType } from '../schema/components.ts';
import { bundleOf } from './bundles/bundle.ts';
import type { DesignProperty } from './bundles/meta.ts';
import type { Candidate, Problem } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/** Target of a bundle -> the page types that it allows. */
const TARGET_OF: Readonly<Record<string, string>> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
};

const INTEGER = /^-?\d+$/;

function fits({ type, datasource, min, max }: DesignProperty, value: string): boolean {
  if (type === 'Boolean') return value === 'true' || value === 'false';
  if (type === 'Integer')
    return INTEGER.test(value) && Number(value) >= (min ?? -Infinity) && Number(value) <= (max ?? Infinity);
  if (type === 'Color') return value === '' || /^(#|rgb|hsl|var\()/.test(value) || /^[a-z]+$/i.test(value);
  const choices = datasource === undefined || datasource.startsWith('apex://') ? [] : datasource.split(',');
  return choices.length === 0 || choices.map((each) => each.trim()).includes(value);
}

/**
 * Properties that a page sets and the component's configuration doesn't have. "Invalid property [x] in component [y]":
 * https://github.com/trailheadapps/dreamhouse-sfdx/issues/5
 */
export function propertyProblems(
  { components }: Candidate,
  pageType: string,
  object: string | null,
  instance: XmlContent,
): readonly Problem[] {
  const written = textOf(instance, 'componentName') ?? '';
  const name = written.replace(/^c:/, '');
  const component = ofType(components, 'LightningComponentBundle').get(name);
  if (component === undefined) return [];
  const { meta } = bundleOf(component);
  const target = TARGET_OF[pageType];
  const at = `<componentName>${written}<`;
  if (meta === undefined || target === undefined) return [];
  if (!meta.targets.includes(target))
    return [{ message: `The component ${written} isn't available for pages of type ${pageType}`, at }];
  const configs = meta.configs.filter(({ targets }) => targets.includes(target));
  const objects = configs.flatMap((config) => config.objects);
  if (object !== null && objects.length > 0 && !objects.includes(object))
    return [{ message: `The component ${written} isn't available for the object ${object}`, at }];
  const offered = new Map(
    configs.flatMap((config) => config.properties.map((each) => [each.name, each] as const)),
  );
  const set = elements(instance, 'componentInstanceProperties').map((property) => ({
    name: textOf(property, 'name') ?? '',
    value: textOf(property, 'value') ?? '',
  }));
  return [
    ...set.flatMap((property) => {
      const known = offered.get(property.name);
      const place = `<name>${property.name}</name>`;
      if (known === undefined)
        return [{ message: `Invalid property [${property.name}] in component [${written}]`, at: place }];
      return fits(known, property.value)
        ? []
        : [
            {
              message: `Invalid value [${property.value}] of property [${property.name}] in component [${written}]`,
              at: place,
            },
          ];
    }),
    ...[...offered.values()]
      .filter((each) => each.required && !set.some((property) => property.name === each.name))
      .map((each) => ({ message: `Missing required property [${each.name}] in component [${written}]`, at })),
  ];
}
