/**
 * Source of the error boundary around each component of a page: a failure inside is shown as a labelled box, and the rest of
 * the page keeps working. In an org the page builder does this.
 */
export const BOUNDARY_SOURCE: Readonly<Record<string, string>> = {
  'preview/boundary/boundary.js': `
import { LightningElement, api } from 'lwc';

export default class Boundary extends LightningElement {
  @api component;
  @api properties = {};
  @api name;
  @api reason;
  failed = false;

  get broken() {
    return this.failed || this.reason !== undefined;
  }

  errorCallback(error) {
    this.failed = true;
    this.reason = error.message;
    console.warn(this.name + ': ' + error.message);
  }
}`,
  'preview/boundary/boundary.html': `
<template>
  <template lwc:if={broken}>
    <div class="slds-box slds-theme_shade" role="group" aria-label={name} data-error={name}>
      <p class="slds-text-color_error"><strong>{name}</strong></p>
      <p>{reason}</p>
    </div>
  </template>
  <template lwc:else>
    <lwc:component lwc:is={component} lwc:spread={properties}></lwc:component>
  </template>
</template>`,
};
