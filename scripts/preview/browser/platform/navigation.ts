import { currentPageReference, urlOf, type PageReference } from './pageReference.ts';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Constructor = abstract new (...args: readonly never[]) => object;

/** lightning/navigation `NavigationMixin`. */
export const NavigationMixin = Object.assign(
  (Base: Constructor) => {
    abstract class Navigating extends Base {
      [Navigate](reference: PageReference, replace = false): void {
        open(reference, replace);
      }

      [GenerateUrl](reference: PageReference): Promise<string> {
        return Promise.resolve(urlOf(reference));
      }
    }
    return Navigating;
  },
  { Navigate, GenerateUrl },
);

/** Wire adapter that emits the reference of the open page. */
export class CurrentPageReference {
  readonly emit: (value: PageReference) => void;

  constructor(emit: (value: PageReference) => void) {
    this.emit = emit;
  }

  connect(): void {
    this.emit(currentPageReference());
  }

  update(): void {
    this.emit(currentPageReference());
  }

  disconnect(): void {
    // The reference doesn't change while the page is open.
  }
}

function open(reference: PageReference, replace: boolean): void {
  const url = urlOf(reference);
  if (reference.type === 'standard__webPage') window.open(url, '_blank', 'noopener');
  else if (replace) location.replace(url);
  else location.assign(url);
}
