import { forThisFile } from '../kit/ending.ts';
import { appPagePackage, deploy } from '../kit/deploy.ts';
import { openSite } from '../kit/site.ts';

const site = forThisFile(openSite);

const component = (imports: string, body: string) =>
  `import { LightningElement, wire } from 'lwc';\n${imports}\nexport default class Widget extends LightningElement { ${body} }`;
const html = (content: string) => `<template>${content}</template>`;

test('a component shows what was deployed last; one that fails shows a box with its name, and the rest of the page lives on', async () => {
  const components = {
    widgetGood: { js: component('', 'text = "first";'), html: html('<p>{text}</p>') },
    widgetThrows: {
      js: component('', 'connectedCallback() { throw new Error("no gadget"); }'),
      html: html(''),
    },
  };
  await deploy(site.connect360, appPagePackage('Widgets', components));
  const page = await site.open('/lightning/n/Widgets');
  await page.getByText('first', { exact: true }).waitFor();
  const box = (name: string) => page.getByRole('group', { name });
  await box('widgetThrows').getByText('no gadget').waitFor();

  const changed = { ...components.widgetGood, js: component('', 'text = "second";') };
  await deploy(site.connect360, appPagePackage('Widgets', { widgetGood: changed }));
  await page.reload();
  await page.getByText('second', { exact: true }).waitFor();
  await page.close();
});

test('base components, toasts, navigation and records work as on the platform', async () => {
  const [{ Id: recordId } = {}] = await site.connect360.query(
    "SELECT Id FROM Account WHERE Name = 'Test Test'",
  );
  const imports = `
    import { ShowToastEvent } from 'lightning/platformShowToastEvent';
    import { NavigationMixin } from 'lightning/navigation';
    import { getRecord, getFieldValue, updateRecord } from 'lightning/uiRecordApi';
    import { graphql, gql } from 'lightning/graphql';
    import PHONE from '@salesforce/schema/Account.Phone';
    import locale from '@salesforce/i18n/locale';
    import formFactor from '@salesforce/client/formFactor';
    const Base = NavigationMixin(LightningElement);`;
  const body = `
    locale = locale; formFactor = formFactor;
    @wire(getRecord, { recordId: '${String(recordId)}', fields: [PHONE] }) record;
    @wire(graphql, { query: gql\`query { uiapi { query { Account(first: 1, where: { Id: { eq: "${String(recordId)}" } }) { edges { node { Phone @optional { value } } } } } } }\` }) list;
    get phone() { return getFieldValue(this.record.data, PHONE); }
    get listed() { return this.list.data?.uiapi.query.Account.edges[0].node.Phone.value; }
    toast() { this.dispatchEvent(new ShowToastEvent({ title: 'Done', message: 'All of it', variant: 'success' })); }
    async save() { await updateRecord({ fields: { Id: '${String(recordId)}', Phone: '021234567' } }); }
    go() { this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId: '${String(recordId)}', objectApiName: 'Account', actionName: 'view' } }); }`;
  const js = component(imports, body).replace('extends LightningElement', 'extends Base');
  const template = `<lightning-card title="Widget"><p class="values">{locale} {formFactor} [{phone}] [{listed}]</p>
    <lightning-button label="Toast" onclick={toast}></lightning-button>
    <lightning-button label="Save" onclick={save}></lightning-button>
    <lightning-button label="Go" onclick={go}></lightning-button></lightning-card>`;
  await deploy(site.connect360, appPagePackage('Platform', { widgetPlatform: { js, html: html(template) } }));
  const page = await site.open('/lightning/n/Platform');
  await page.getByText('nl-BE Large [] []').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('nl-BE Large [021234567] [021234567]').waitFor();
  await page.getByRole('button', { name: 'Toast' }).click();
  expect(await page.getByRole('status').innerText()).toContain('All of it');
  await page.getByRole('button', { name: 'Go' }).click();
  await page.getByRole('heading', { name: 'Mijnheer Test Test' }).waitFor();
  expect(site.errors).toStrictEqual([]);
  await page.close();
});
