type BaseTexts = Readonly<Record<string, string>>;

/**
 * Words of the base components that stand on the pages here, by the name of their label: their package has them in English, the
 * platform in its user's language. They are translated here as an agent would say it, not as Salesforce does.
 */
const NL: BaseTexts = {
  'LightningControl.clear': 'Wissen',
  'LightningControl.loading': 'Bezig met laden',
  'LightningControl.required': 'verplicht',
  'LightningErrorMessage.validityBadEmailInput': 'Vul een geldig e-mailadres in.',
  'LightningErrorMessage.validityTypeMismatch': 'U hebt een ongeldige notatie ingevuld.',
  'LightningHelptext.buttonAlternativeText': 'Uitleg',
  'LightningModalBase.cancelandclose': 'Annuleren en sluiten',
  'LightningModalBase.waitstate': 'Bezig',
  'LightningTabs.defaultTabBarAriaLabel': 'Tabbladen',
};

const FR: BaseTexts = {
  'LightningControl.clear': 'Effacer',
  'LightningControl.loading': 'Chargement en cours',
  'LightningControl.required': 'obligatoire',
  'LightningErrorMessage.validityBadEmailInput': 'Saisissez une adresse e-mail valable.',
  'LightningErrorMessage.validityTypeMismatch': 'Le format saisi n’est pas valable.',
  'LightningHelptext.buttonAlternativeText': 'Explication',
  'LightningModalBase.cancelandclose': 'Annuler et fermer',
  'LightningModalBase.waitstate': 'En cours',
  'LightningTabs.defaultTabBarAriaLabel': 'Onglets',
};

const DE: BaseTexts = {
  'LightningControl.clear': 'Leeren',
  'LightningControl.loading': 'Wird geladen',
  'LightningControl.required': 'erforderlich',
  'LightningErrorMessage.validityBadEmailInput': 'Geben Sie eine gültige E-Mail-Adresse ein.',
  'LightningErrorMessage.validityTypeMismatch': 'Das eingegebene Format ist ungültig.',
  'LightningHelptext.buttonAlternativeText': 'Erläuterung',
  'LightningModalBase.cancelandclose': 'Abbrechen und schließen',
  'LightningModalBase.waitstate': 'In Arbeit',
  'LightningTabs.defaultTabBarAriaLabel': 'Registerkarten',
};

/** In a Salesforce language (`nl_NL`, `fr`); none for one in which those of the package are right, or are all there is. */
export function baseTexts(language: string): BaseTexts {
  return { nl: NL, fr: FR, de: DE }[language.slice(0, 2)] ?? {};
}
