import { deployedOrg } from '../deployedOrg.ts';
import { customLabels } from './labels.ts';

const org = deployedOrg({
  CustomLabels: {
    CustomLabels: {
      labels: [
        { fullName: 'Size', value: 'Maat' },
        { fullName: 'Shade', value: 'Tint' },
      ],
    },
  },
  Translations: {
    fr: {
      customLabels: [
        { name: 'Size', label: 'Taille' },
        { name: 'Gone', label: 'Parti' },
      ],
    },
  },
});

test('a label is translated where there is a translation and keeps its master text elsewhere', () => {
  expect(customLabels(org, 'fr')).toEqual({ 'c.Size': 'Taille', 'c.Shade': 'Tint' });
});

test('without translations the labels are the master texts', () => {
  expect(customLabels(org, 'nl_NL')).toEqual({ 'c.Size': 'Maat', 'c.Shade': 'Tint' });
});
