export interface ToastDetail {
  readonly title?: string;
  readonly message?: string;
  readonly variant?: 'info' | 'success' | 'warning' | 'error';
}

export const toastEventName = 'lightning__showtoast';

/** lightning/platformShowToastEvent. */
export class ShowToastEvent extends CustomEvent<ToastDetail> {
  constructor(detail: ToastDetail) {
    super(toastEventName, { bubbles: true, composed: true, cancelable: true, detail });
  }
}
