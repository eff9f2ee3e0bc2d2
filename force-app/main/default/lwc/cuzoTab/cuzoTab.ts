import canView from '@salesforce/customPermission/CuZo_View';
import asOfLabel from '@salesforce/label/c.CuZo_As_Of';
import hidden from '@salesforce/label/c.CuZo_Tab_Hidden';
import loading from '@salesforce/label/c.CuZo_Loading';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import nothingKnown from '@salesforce/label/c.CuZo_Tab_Nothing_Known';
import reasonOther from '@salesforce/label/c.CuZo_Reason_Other';
import unreadable from '@salesforce/label/c.CuZo_Tab_Unreadable';
import { codeLabel } from 'c/cuzoCodeLabels';
import { errorNotice } from 'c/cuzoErrors';
import { fill, momentText } from 'c/cuzoFormat';
import type { Notice } from 'c/cuzoNotice';
import { getRecord, type RecordData, type WireResult } from 'lightning/uiRecordApi';
import { api, LightningElement, wire } from 'lwc';
import { POLICY_FIELDS, policyWord, type PolicyWord } from './policyWord';
import { shownView, type ShownView } from './shownView';

/** Shows of a policy exactly what the customer reads in the zone, or why they don't see it. */
export default class CuzoTab extends LightningElement {
  @api recordId: string | undefined;

  private word: PolicyWord | null = null;
  private error: unknown;

  @wire(getRecord, { recordId: '$visibleRecordId', optionalFields: POLICY_FIELDS })
  handlePolicy({ data, error }: WireResult<RecordData>): void {
    this.word = data === undefined ? null : policyWord(data);
    this.error = error;
  }

  /** Without the permission nothing is asked for either. */
  get visibleRecordId(): string | undefined {
    return canView ? this.recordId : undefined;
  }

  get isVisible(): boolean {
    return canView === true;
  }

  get notice(): Notice | null {
    if (this.error) return errorNotice(this.error);
    return this.word === null ? { kind: 'loading', message: loading } : wordNotice(this.word);
  }

  get view(): ShownView | null {
    return this.word?.kind === 'shown' ? shownView(this.word.view) : null;
  }

  get asOf(): string | null {
    const word = this.word;
    const isKnown = word?.kind === 'shown' || word?.kind === 'hidden';
    return isKnown && word.asOf !== null ? fill(asOfLabel, momentText(word.asOf)) : null;
  }
}

function wordNotice(word: PolicyWord): Notice | null {
  switch (word.kind) {
    case 'shown':
      return null;
    case 'hidden':
      return {
        kind: 'info',
        message: hidden,
        ...(word.reason === null ? {} : { hint: reasonText(word.reason) }),
      };
    case 'unreadable':
      return { kind: 'warning', message: unreadable };
    case 'nothing-known':
      return { kind: 'info', message: nothingKnown };
    case 'no-access':
      return { kind: 'info', message: noAccess };
  }
}

const reasonText = (code: string): string => codeLabel('reason', code) ?? fill(reasonOther, code);
