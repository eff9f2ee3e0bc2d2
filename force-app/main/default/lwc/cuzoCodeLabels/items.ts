// Written by `npm run schema` from the metadata: change that, not this.
import accidentAssistanceLabel from '@salesforce/label/c.CuZo_Item_accident_assistance';
import addressLabel from '@salesforce/label/c.CuZo_Item_address';
import annualAnnuityLabel from '@salesforce/label/c.CuZo_Item_annual_annuity';
import annualPremiumLabel from '@salesforce/label/c.CuZo_Item_annual_premium';
import beneficiaryDeathLabel from '@salesforce/label/c.CuZo_Item_beneficiary_death';
import beneficiaryLifeLabel from '@salesforce/label/c.CuZo_Item_beneficiary_life';
import breakdownAssistanceLabel from '@salesforce/label/c.CuZo_Item_breakdown_assistance';
import buildingTypeLabel from '@salesforce/label/c.CuZo_Item_building_type';
import compositionOfFamilyLabel from '@salesforce/label/c.CuZo_Item_composition_of_family';
import consumerDisputesLabel from '@salesforce/label/c.CuZo_Item_consumer_disputes';
import contractNumberLabel from '@salesforce/label/c.CuZo_Item_contract_number';
import currentValueLabel from '@salesforce/label/c.CuZo_Item_current_value';
import cylinderCapacityLabel from '@salesforce/label/c.CuZo_Item_cylinder_capacity';
import deathBenefitLabel from '@salesforce/label/c.CuZo_Item_death_benefit';
import deductibleLabel from '@salesforce/label/c.CuZo_Item_deductible';
import driverProtectionLabel from '@salesforce/label/c.CuZo_Item_driver_protection';
import employmentDisputesLabel from '@salesforce/label/c.CuZo_Item_employment_disputes';
import endDateLabel from '@salesforce/label/c.CuZo_Item_end_date';
import expectedCapitalLabel from '@salesforce/label/c.CuZo_Item_expected_capital';
import fireLabel from '@salesforce/label/c.CuZo_Item_fire';
import firstNameLabel from '@salesforce/label/c.CuZo_Item_first_name';
import fundLabel from '@salesforce/label/c.CuZo_Item_fund';
import glassBreakageLabel from '@salesforce/label/c.CuZo_Item_glass_breakage';
import guaranteedIncomeLabel from '@salesforce/label/c.CuZo_Item_guaranteed_income';
import guaranteedInterestLabel from '@salesforce/label/c.CuZo_Item_guaranteed_interest';
import housingDisputesLabel from '@salesforce/label/c.CuZo_Item_housing_disputes';
import insuredAmountLabel from '@salesforce/label/c.CuZo_Item_insured_amount';
import insuredBuildingLabel from '@salesforce/label/c.CuZo_Item_insured_building';
import insuredContentsLabel from '@salesforce/label/c.CuZo_Item_insured_contents';
import insuredPersonLabel from '@salesforce/label/c.CuZo_Item_insured_person';
import lastNameLabel from '@salesforce/label/c.CuZo_Item_last_name';
import legalAssistanceLabel from '@salesforce/label/c.CuZo_Item_legal_assistance';
import makeLabel from '@salesforce/label/c.CuZo_Item_make';
import medicalExpensesLabel from '@salesforce/label/c.CuZo_Item_medical_expenses';
import modelLabel from '@salesforce/label/c.CuZo_Item_model';
import motorcyclistEquipmentLabel from '@salesforce/label/c.CuZo_Item_motorcyclist_equipment';
import naturalDisastersLabel from '@salesforce/label/c.CuZo_Item_natural_disasters';
import naturalForcesAnimalsLabel from '@salesforce/label/c.CuZo_Item_natural_forces_animals';
import numberPlateLabel from '@salesforce/label/c.CuZo_Item_number_plate';
import occupancyLabel from '@salesforce/label/c.CuZo_Item_occupancy';
import ownDamageLabel from '@salesforce/label/c.CuZo_Item_own_damage';
import permanentDisabilityLabel from '@salesforce/label/c.CuZo_Item_permanent_disability';
import personalAssistanceLabel from '@salesforce/label/c.CuZo_Item_personal_assistance';
import petsLabel from '@salesforce/label/c.CuZo_Item_pets';
import policyholderLabel from '@salesforce/label/c.CuZo_Item_policyholder';
import powerKwLabel from '@salesforce/label/c.CuZo_Item_power_kw';
import privateContentsLabel from '@salesforce/label/c.CuZo_Item_private_contents';
import profitSharingLabel from '@salesforce/label/c.CuZo_Item_profit_sharing';
import renewalDateLabel from '@salesforce/label/c.CuZo_Item_renewal_date';
import returnLabel from '@salesforce/label/c.CuZo_Item_return';
import situationDateLabel from '@salesforce/label/c.CuZo_Item_situation_date';
import startDateLabel from '@salesforce/label/c.CuZo_Item_start_date';
import stormHailLabel from '@salesforce/label/c.CuZo_Item_storm_hail';
import theftLabel from '@salesforce/label/c.CuZo_Item_theft';
import theftAssistanceLabel from '@salesforce/label/c.CuZo_Item_theft_assistance';
import thirdPartyLiabilityLabel from '@salesforce/label/c.CuZo_Item_third_party_liability';
import totalSavedLabel from '@salesforce/label/c.CuZo_Item_total_saved';
import tyresLabel from '@salesforce/label/c.CuZo_Item_tyres';
import unitsLabel from '@salesforce/label/c.CuZo_Item_units';
import vehicleLabel from '@salesforce/label/c.CuZo_Item_vehicle';
import vehicleUpgradeLabel from '@salesforce/label/c.CuZo_Item_vehicle_upgrade';
import waitingPeriodLabel from '@salesforce/label/c.CuZo_Item_waiting_period';
import waiverOfPremiumLabel from '@salesforce/label/c.CuZo_Item_waiver_of_premium';
import waterDamageLabel from '@salesforce/label/c.CuZo_Item_water_damage';

export const ITEMS: ReadonlyMap<string, string> = new Map([
  ['accident-assistance', accidentAssistanceLabel],
  ['address', addressLabel],
  ['annual-annuity', annualAnnuityLabel],
  ['annual-premium', annualPremiumLabel],
  ['beneficiary-death', beneficiaryDeathLabel],
  ['beneficiary-life', beneficiaryLifeLabel],
  ['breakdown-assistance', breakdownAssistanceLabel],
  ['building-type', buildingTypeLabel],
  ['composition-of-family', compositionOfFamilyLabel],
  ['consumer-disputes', consumerDisputesLabel],
  ['contract-number', contractNumberLabel],
  ['current-value', currentValueLabel],
  ['cylinder-capacity', cylinderCapacityLabel],
  ['death-benefit', deathBenefitLabel],
  ['deductible', deductibleLabel],
  ['driver-protection', driverProtectionLabel],
  ['employment-disputes', employmentDisputesLabel],
  ['end-date', endDateLabel],
  ['expected-capital', expectedCapitalLabel],
  ['fire', fireLabel],
  ['first-name', firstNameLabel],
  ['fund', fundLabel],
  ['glass-breakage', glassBreakageLabel],
  ['guaranteed-income', guaranteedIncomeLabel],
  ['guaranteed-interest', guaranteedInterestLabel],
  ['housing-disputes', housingDisputesLabel],
  ['insured-amount', insuredAmountLabel],
  ['insured-building', insuredBuildingLabel],
  ['insured-contents', insuredContentsLabel],
  ['insured-person', insuredPersonLabel],
  ['last-name', lastNameLabel],
  ['legal-assistance', legalAssistanceLabel],
  ['make', makeLabel],
  ['medical-expenses', medicalExpensesLabel],
  ['model', modelLabel],
  ['motorcyclist-equipment', motorcyclistEquipmentLabel],
  ['natural-disasters', naturalDisastersLabel],
  ['natural-forces-animals', naturalForcesAnimalsLabel],
  ['number-plate', numberPlateLabel],
  ['occupancy', occupancyLabel],
  ['own-damage', ownDamageLabel],
  ['permanent-disability', permanentDisabilityLabel],
  ['personal-assistance', personalAssistanceLabel],
  ['pets', petsLabel],
  ['policyholder', policyholderLabel],
  ['power-kw', powerKwLabel],
  ['private-contents', privateContentsLabel],
  ['profit-sharing', profitSharingLabel],
  ['renewal-date', renewalDateLabel],
  ['return', returnLabel],
  ['situation-date', situationDateLabel],
  ['start-date', startDateLabel],
  ['storm-hail', stormHailLabel],
  ['theft', theftLabel],
  ['theft-assistance', theftAssistanceLabel],
  ['third-party-liability', thirdPartyLiabilityLabel],
  ['total-saved', totalSavedLabel],
  ['tyres', tyresLabel],
  ['units', unitsLabel],
  ['vehicle', vehicleLabel],
  ['vehicle-upgrade', vehicleUpgradeLabel],
  ['waiting-period', waitingPeriodLabel],
  ['waiver-of-premium', waiverOfPremiumLabel],
  ['water-damage', waterDamageLabel],
]);
