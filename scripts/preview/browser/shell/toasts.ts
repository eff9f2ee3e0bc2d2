import { model } from '../platform/model.ts';
import { TOAST_EVENT_NAME, type ToastDetail } from '../platform/showToastEvent.ts';
import { h, sign } from './dom.ts';

const SHOWN_MILLISECONDS = 5000;
const CROSS = 'M3.500 2.500 8 7l4.500-4.500 1 1L9 8l4.500 4.500-1 1L8 9l-4.500 4.500-1-1L7 8 2.500 3.500z';

/** Shows the toasts that components ask for with ShowToastEvent. */
export function showToasts(): HTMLElement {
  const place = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
  document.addEventListener(TOAST_EVENT_NAME, (event) => {
    const toast = toastView((event as CustomEvent<ToastDetail>).detail);
    place.append(toast);
    setTimeout(() => {
      toast.remove();
    }, SHOWN_MILLISECONDS);
  });
  return place;
}

function toastView({ title, message, variant = 'info' }: ToastDetail): HTMLElement {
  const close = h(
    'button',
    {
      type: 'button',
      'aria-label': model.texts.close,
      click: () => {
        toast.remove();
      },
    },
    sign(CROSS),
  );
  const toast = h(
    'div',
    { class: `toast toast-${variant}` },
    h('div', {}, h('strong', {}, title ?? ''), h('p', {}, message ?? '')),
    close,
  );
  return toast;
}
