// Written by `npm run schema` from the metadata: change that, not this.
import bicycleLabel from '@salesforce/label/c.CuZo_Reason_bicycle';
import endedLabel from '@salesforce/label/c.CuZo_Reason_ended';
import groupInsuranceSiteLabel from '@salesforce/label/c.CuZo_Reason_group_insurance_site';
import legacyCarLabel from '@salesforce/label/c.CuZo_Reason_legacy_car';
import nicheLabel from '@salesforce/label/c.CuZo_Reason_niche';
import professionalNonLifeLabel from '@salesforce/label/c.CuZo_Reason_professional_non_life';
import standaloneLifeCoverLabel from '@salesforce/label/c.CuZo_Reason_standalone_life_cover';
import unknownProductLabel from '@salesforce/label/c.CuZo_Reason_unknown_product';

export const REASONS: ReadonlyMap<string, string> = new Map([
  ['bicycle', bicycleLabel],
  ['ended', endedLabel],
  ['group-insurance-site', groupInsuranceSiteLabel],
  ['legacy-car', legacyCarLabel],
  ['niche', nicheLabel],
  ['professional-non-life', professionalNonLifeLabel],
  ['standalone-life-cover', standaloneLifeCoverLabel],
  ['unknown-product', unknownProductLabel],
]);
