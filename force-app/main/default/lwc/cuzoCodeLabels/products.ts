// Written by `npm run schema` from the metadata: change that, not this.
import bicycleLabel from '@salesforce/label/c.CuZo_Product_bicycle';
import carLabel from '@salesforce/label/c.CuZo_Product_car';
import deathLabel from '@salesforce/label/c.CuZo_Product_death';
import familyLiabilityLabel from '@salesforce/label/c.CuZo_Product_family_liability';
import groupInsuranceLabel from '@salesforce/label/c.CuZo_Product_group_insurance';
import guaranteedIncomeLabel from '@salesforce/label/c.CuZo_Product_guaranteed_income';
import homeLabel from '@salesforce/label/c.CuZo_Product_home';
import investmentLabel from '@salesforce/label/c.CuZo_Product_investment';
import legalAssistanceLabel from '@salesforce/label/c.CuZo_Product_legal_assistance';
import longTermSavingsLabel from '@salesforce/label/c.CuZo_Product_long_term_savings';
import motorcycleLabel from '@salesforce/label/c.CuZo_Product_motorcycle';
import nicheLabel from '@salesforce/label/c.CuZo_Product_niche';
import pensionSavingsLabel from '@salesforce/label/c.CuZo_Product_pension_savings';
import privateAccidentLabel from '@salesforce/label/c.CuZo_Product_private_accident';
import savingsLabel from '@salesforce/label/c.CuZo_Product_savings';
import supplementaryPensionSelfEmployedLabel from '@salesforce/label/c.CuZo_Product_supplementary_pension_self_employed';

export const PRODUCTS: ReadonlyMap<string, string> = new Map([
  ['bicycle', bicycleLabel],
  ['car', carLabel],
  ['death', deathLabel],
  ['family-liability', familyLiabilityLabel],
  ['group-insurance', groupInsuranceLabel],
  ['guaranteed-income', guaranteedIncomeLabel],
  ['home', homeLabel],
  ['investment', investmentLabel],
  ['legal-assistance', legalAssistanceLabel],
  ['long-term-savings', longTermSavingsLabel],
  ['motorcycle', motorcycleLabel],
  ['niche', nicheLabel],
  ['pension-savings', pensionSavingsLabel],
  ['private-accident', privateAccidentLabel],
  ['savings', savingsLabel],
  ['supplementary-pension-self-employed', supplementaryPensionSelfEmployedLabel],
]);
