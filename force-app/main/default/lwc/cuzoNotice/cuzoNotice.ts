import errorDetails from '@salesforce/label/c.CuZo_Error_Details';
import { api, LightningElement } from 'lwc';

export type NoticeKind = 'loading' | 'info' | 'warning' | 'error';

/** Shown instead of or above a component's content. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly message: string;
  /** What to do next, or the reason. */
  readonly hint?: string;
  /** Details for the administrator, folded. */
  readonly details?: readonly string[];
}

const ICONS: Readonly<Record<Exclude<NoticeKind, 'loading'>, string>> = {
  info: 'utility:info',
  warning: 'utility:warning',
  error: 'utility:error',
};

/** A box for every state other than data: loading, empty, no access, error. */
export default class CuzoNotice extends LightningElement {
  @api notice: Notice | null = null;

  label = { errorDetails };

  get isLoading(): boolean {
    return this.notice?.kind === 'loading';
  }

  get icon(): string | null {
    return this.notice === null || this.notice.kind === 'loading' ? null : ICONS[this.notice.kind];
  }

  get boxClass(): string {
    return `box ${this.notice?.kind ?? ''}`;
  }

  get hasDetails(): boolean {
    return (this.notice?.details ?? []).length > 0;
  }
}
