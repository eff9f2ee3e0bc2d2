import errorDetails from '@salesforce/label/c.CuZo_Error_Details';
import { api, LightningElement } from 'lwc';

export type NoticeKind = 'loading' | 'info' | 'warning' | 'error';

/** Instead of, or above, what a component is there to show. */
export interface Notice {
  readonly kind: NoticeKind;
  readonly message: string;
  /** What to do next, or why it is so. */
  readonly hint?: string;
  /** Lines for the administrator, folded away. */
  readonly details?: readonly string[];
}

const ICONS: Readonly<Record<Exclude<NoticeKind, 'loading'>, string>> = {
  info: 'utility:info',
  warning: 'utility:warning',
  error: 'utility:error',
};

/** One quiet box for every state that isn't the data: loading, nothing there, no access, error. */
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
