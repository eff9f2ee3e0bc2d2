export interface ToastDetail {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
}

export const TOAST_EVENT_NAME = 'lightning__showtoast';

/** lightning/platformShowToastEvent. */
export class ShowToastEvent extends CustomEvent<ToastDetail> {
  constructor(detail: ToastDetail) {
    super(TOAST_EVENT_NAME, { bubbles: true, composed: true, cancelable: true, detail });
  }
}
