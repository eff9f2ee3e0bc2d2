// Written by `npm run schema` from the metadata: change that, not this.
import beneficiariesLabel from '@salesforce/label/c.CuZo_Section_beneficiaries';
import buildingLabel from '@salesforce/label/c.CuZo_Section_building';
import contentsLabel from '@salesforce/label/c.CuZo_Section_contents';
import contentsActivitiesLabel from '@salesforce/label/c.CuZo_Section_contents_activities';
import coversLabel from '@salesforce/label/c.CuZo_Section_covers';
import detailsLabel from '@salesforce/label/c.CuZo_Section_details';
import insuredPersonsLabel from '@salesforce/label/c.CuZo_Section_insured_persons';
import investmentLabel from '@salesforce/label/c.CuZo_Section_investment';
import mainDriverLabel from '@salesforce/label/c.CuZo_Section_main_driver';
import mobilityLabel from '@salesforce/label/c.CuZo_Section_mobility';
import passengersOthersDriverLabel from '@salesforce/label/c.CuZo_Section_passengers_others_driver';
import riskLabel from '@salesforce/label/c.CuZo_Section_risk';
import savingsLabel from '@salesforce/label/c.CuZo_Section_savings';
import supplementaryCoversLabel from '@salesforce/label/c.CuZo_Section_supplementary_covers';
import vehicleLabel from '@salesforce/label/c.CuZo_Section_vehicle';
import vehicleInformationLabel from '@salesforce/label/c.CuZo_Section_vehicle_information';

export const SECTIONS: ReadonlyMap<string, string> = new Map([
  ['beneficiaries', beneficiariesLabel],
  ['building', buildingLabel],
  ['contents', contentsLabel],
  ['contents-activities', contentsActivitiesLabel],
  ['covers', coversLabel],
  ['details', detailsLabel],
  ['insured-persons', insuredPersonsLabel],
  ['investment', investmentLabel],
  ['main-driver', mainDriverLabel],
  ['mobility', mobilityLabel],
  ['passengers-others-driver', passengersOthersDriverLabel],
  ['risk', riskLabel],
  ['savings', savingsLabel],
  ['supplementary-covers', supplementaryCoversLabel],
  ['vehicle', vehicleLabel],
  ['vehicle-information', vehicleInformationLabel],
]);
