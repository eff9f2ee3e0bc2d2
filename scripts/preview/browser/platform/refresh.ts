/**
 * `RefreshEvent` of lightning/refresh: asks the view to read its data anew. Here every wire reads anew already when a record
 * changes through the page, so that nothing listens for it.
 */
export class RefreshEvent extends CustomEvent<unknown> {
  constructor() {
    super('lightning__refresh', { bubbles: true, composed: true, cancelable: true });
  }
}
