import { ofType } from '../schema/components.ts';
import { objectOf } from '../schema/model.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/** What an action of an app may show, and the type of page that it takes. */
const PAGE_TYPES: Readonly<Record<string, string>> = { Tab: 'HomePage', View: 'RecordPage' };

/** A page that the app shows for an object or as home. Public deployment notes say what an org refuses of it. */
function overrideProblems({ components, schema }: Candidate, override: XmlContent): readonly Problem[] {
  if (textOf(override, 'type')?.toLowerCase() !== 'flexipage') return [];
  const action = textOf(override, 'actionName') ?? '';
  const target = textOf(override, 'pageOrSobjectType') ?? '';
  const name = textOf(override, 'content') ?? '';
  const at = `<content>${name}</content>`;
  if (target !== 'standard-home' && objectOf(schema, target) === undefined)
    return [missing('pageOrSobjectType', 'CustomObject', target, `<pageOrSobjectType>${target}<`)];
  const page = ofType(components, 'FlexiPage').get(name);
  if (page === undefined) return [missing('content', 'FlexiPage', name, at)];
  const problems: Problem[] = [];
  const [type, wanted] = [textOf(page.content ?? {}, 'type'), PAGE_TYPES[action]];
  if (wanted !== undefined && type !== wanted)
    problems.push({
      message: `The page ${name} of type ${type ?? ''} can't be shown for the action ${action}`,
      at,
    });
  // Public deployment notes: a Tab override for phones fails the deployment.
  if (action === 'Tab' && textOf(override, 'formFactor') === 'Small')
    problems.push({
      message: `The form factor Small isn't supported for the action Tab`,
      at: '<formFactor>Small<',
    });
  return problems;
}

/** The problems of a Lightning app: its tabs, and the pages that it shows. */
export function applicationProblems(candidate: Candidate, content: XmlContent): readonly Problem[] {
  const tabs = [content.tabs ?? []].flat().map(String);
  return [
    ...tabs
      .filter((tab) => !tab.startsWith('standard-') && !ofType(candidate.components, 'CustomTab').has(tab))
      .map((tab) => missing('tabs', 'CustomTab', tab, `<tabs>${tab}</tabs>`)),
    ...['actionOverrides', 'profileActionOverrides'].flatMap((list) =>
      elements(content, list).flatMap((override) => overrideProblems(candidate, override)),
    ),
  ];
}
