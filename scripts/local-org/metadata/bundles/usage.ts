import { type Components, ofType } from '../../schema/components.ts';
import { bundleOf } from './bundle.ts';
import { compiled } from './compiled.ts';
import { ownModule } from './references.ts';
import type { BundleReference } from './report.ts';

/** Whether a reference of a bundle names that component. */
function names(reference: BundleReference, type: string, fullName: string): boolean {
  switch (type) {
    case 'LightningComponentBundle':
      return ownModule(reference) === fullName;
    case 'CustomLabel':
      return reference.type === 'label' && reference.id === `c.${fullName}`;
    case 'CustomPermission':
      return reference.type === 'customPermission' && reference.id === fullName;
    case 'StaticResource':
      return reference.type === 'resourceUrl' && reference.id.split('/')[0] === fullName;
    case 'CustomField':
      return reference.type === 'schema' && reference.id.toLowerCase() === fullName.toLowerCase();
    default:
      return false;
  }
}

/** The bundles, without deleted ones, whose scripts or templates refer to a component. */
export function bundlesThatName(
  components: Components,
  { type, fullName }: { readonly type: string; readonly fullName: string },
  isGone: (bundle: string) => boolean,
): readonly string[] {
  const staying = [...ofType(components, 'LightningComponentBundle').values()].filter(
    (bundle) =>
      !isGone(bundle.fullName) && !(type === 'LightningComponentBundle' && bundle.fullName === fullName),
  );
  const reports = compiled(staying.map((bundle) => bundleOf(bundle).source));
  return staying
    .filter((_, index) => reports[index]?.references.some((each) => names(each, type, fullName)) === true)
    .map((bundle) => bundle.fullName);
}
