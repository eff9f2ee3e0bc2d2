import { objectOf } from '../../schema/model.ts';
import type { PackagedComponent } from '../package.ts';
import type { Candidate, Problem } from '../problem.ts';
import { bundleOf, type Bundle } from './bundle.ts';
import { compiled } from './compiled.ts';
import { referenceProblem } from './references.ts';
import type { BundleReport } from './report.ts';

/** LWC developer guide, "XML Configuration File Elements", target. */
const TARGETS: ReadonlySet<string> = new Set([
  'analytics__Dashboard',
  'lightning__AgentforceInput',
  'lightning__AgentforceOutput',
  'lightning__AppPage',
  'lightning__Dashboard',
  'lightning__EnablementProgram',
  'lightning__FlowAction',
  'lightning__FlowScreen',
  'lightning__HomePage',
  'lightning__Inbox',
  'lightning__RecordAction',
  'lightning__RecordPage',
  'lightning__ServiceCloudVoiceToolkitApi',
  'lightning__Tab',
  'lightning__UrlAddressable',
  'lightning__UtilityBar',
  'lightning__VoiceExtension',
  'lightningCommunity__Default',
  'lightningCommunity__Page',
  'lightningCommunity__Page_Layout',
  'lightningCommunity__Theme_Layout',
  'lightningSnapin__ChatHeader',
  'lightningSnapin__ChatMessage',
  'lightningSnapin__Minimized',
  'lightningSnapin__PreChat',
  'lightningStatic__Email',
]);

/** LWC developer guide, the same page, property. */
const PROPERTY_TYPES: ReadonlySet<string> = new Set([
  'Boolean',
  'Color',
  'ContentReference',
  'HorizontalAlignment',
  'Integer',
  'Picklist',
  'ScreenResponsiveHorizontalAlignment',
  'ScreenResponsiveInteger',
  'ScreenResponsiveVerticalAlignment',
  'String',
  'VerticalAlignment',
]);

/** Flow screens and actions also take record and Apex types. */
const isPropertyType = (type: string): boolean =>
  PROPERTY_TYPES.has(type) ||
  /^(@salesforce\/schema\/|apex:\/\/|\{)/.test(type) ||
  /^(Date|DateTime|Double)(\[\])?$/.test(type) ||
  type.endsWith('[]');

function metaProblems({ schema }: Candidate, bundle: Bundle, report: BundleReport): readonly string[] {
  const { meta, name } = bundle;
  const file = `${name}.js-meta.xml`;
  if (meta === undefined) return [`Cannot find the configuration file ${file} of the bundle ${name}`];
  if (meta.problem !== undefined) return [`Error parsing file: ${meta.problem.message}`];
  const { targets, configs } = meta;
  const named = configs.flatMap((config) => config.targets);
  return [
    ...[...new Set([...targets, ...named])]
      .filter((target) => !TARGETS.has(target))
      .map((target) => `Invalid target '${target}' in file ${file}`),
    ...named
      .filter((target) => TARGETS.has(target) && !targets.includes(target))
      .map((target) => `The target '${target}' of a targetConfig is not among the targets in file ${file}`),
    ...configs
      .flatMap(({ objects }) => objects)
      .filter((object) => objectOf(schema, object) === undefined)
      // https://github.com/trailheadapps/ebikes-lwc/issues/337
      .map((object) => `Invalid reference ${object} of type sobjectClass in file ${file}`),
    ...configs
      .flatMap(({ properties }) => properties)
      .flatMap((property) => [
        ...(report.problems.length > 0 || report.properties.includes(property.name)
          ? []
          : [`The property '${property.name}' in file ${file} is not a public property of the component`]),
        ...(isPropertyType(property.type)
          ? []
          : [`Invalid type '${property.type}' of property '${property.name}' in file ${file}`]),
      ]),
  ];
}

/**
 * The problem of a bundle without the file that the rest hangs on: a script of the bundle's name, or for a module of styles alone a style
 * sheet of that name and nothing else.
 */
function baseProblem({ name, source }: Bundle): string | undefined {
  const files = Object.keys(source.files);
  if (files.includes(`${name}.js`)) return undefined;
  if (!files.includes(`${name}.css`)) return `No base file for markup://c:${name}`;
  const other = files.find((file) => !file.endsWith('.css'));
  return other === undefined ? undefined : `Invalid file found for a CSS Only module - ${other}`;
}

/** The problems of a Lightning web component: compiler errors, missing references, its configuration file. */
export function bundleProblems(candidate: Candidate, component: PackagedComponent): readonly Problem[] {
  const bundle = bundleOf(component);
  const baseless = baseProblem(bundle);
  if (baseless !== undefined) return [{ message: baseless }];
  const [report] = compiled([bundle.source]);
  if (report === undefined) return [];
  const { problems, references } = report;
  const messages = [
    ...metaProblems(candidate, bundle, report),
    ...problems.map(({ message, file, line, column }) =>
      file === '' ? message : `${file} (${line}:${column}): ${message}`,
    ),
    ...references.flatMap((reference) => referenceProblem(candidate, bundle.name, reference) ?? []),
  ];
  return [...new Set(messages)].map((message) => ({ message }));
}
