import type { Standing } from 'c/cuzoInvitation';
import type { Zone } from 'c/cuzoZones';
import { RefreshEvent } from 'lightning/refresh';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

/** A customer at the desk registers within minutes: so often, and so long, is asked again. */
const EVERY_MS = 10_000;
const AT_MOST_MS = 10 * 60_000;
/** After so long in another tab the page may be out of date. */
const AWAY_MS = 5 * 60_000;

/** What a component lets be asked again. */
interface Asked {
  /** Whether an invitation is open and in sight. */
  readonly isOpen: () => boolean;
  /** Whether the page's setting allows it. */
  readonly isOn: () => boolean;
  /** Asks again: the wire's own refresh. */
  readonly ask: () => void;
}

/**
 * Asks again every ten seconds while an invitation is open and in sight, for ten minutes at most; and once when the agent
 * comes back to the tab after five minutes. Never in a hidden tab.
 */
export class Asking {
  private readonly asked: Asked;
  private timer: number | undefined;
  private until = 0;
  private lastAsked = 0;
  /** Called at each turn until it returns true: what has to wait for a better moment. */
  private waiting: (() => boolean) | undefined;

  constructor(asked: Asked) {
    this.asked = asked;
  }

  connect(): void {
    this.lastAsked = Date.now();
    document.addEventListener('visibilitychange', this.handleVisibility);
  }

  disconnect(): void {
    document.removeEventListener('visibilitychange', this.handleVisibility);
    this.waiting = undefined;
    this.stop();
  }

  /** Call it when something was rendered: begins with an invitation that has opened, ends when it has closed. */
  follow(): void {
    const isWanted = this.asked.isOn() && this.asked.isOpen();
    if (!isWanted) {
      this.until = 0;
      if (this.waiting === undefined) this.stop();
    } else if (this.until === 0) {
      this.until = Date.now() + AT_MOST_MS;
      this.start();
    }
  }

  /** Does it now or at a later turn, when it can be done. */
  do(work: () => boolean): void {
    if (work()) return;
    this.waiting = work;
    this.start();
  }

  private start(): void {
    // The sandbox passes functions on; what it distorts is code as text.
    // eslint-disable-next-line @lwc/lwc/no-async-operation, @locker/locker/distorted-window-set-interval
    this.timer ??= window.setInterval(() => {
      this.turn();
    }, EVERY_MS);
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private turn(): void {
    if (this.waiting?.() === true) this.waiting = undefined;
    const isOver = Date.now() >= this.until;
    if (isOver && this.waiting === undefined) this.stop();
    if (!isOver && !document.hidden) this.askNow();
  }

  private askNow(): void {
    this.lastAsked = Date.now();
    this.asked.ask();
  }

  private readonly handleVisibility = (): void => {
    if (!document.hidden && this.asked.isOn() && Date.now() - this.lastAsked >= AWAY_MS) this.askNow();
  };
}

/** The zones in which the customer is registered now and wasn't by the answer before. */
export function newlyRegistered(before: readonly Standing[], now: readonly Standing[]): readonly Zone[] {
  const wasOut = (zone: Zone): boolean =>
    before.some(
      ({ zone: { code }, registration: { kind } }) =>
        code === zone.code && (kind === 'not-registered' || kind === 'nothing-known'),
    );
  return now
    .filter(({ zone, registration: { kind } }) => kind === 'registered' && wasOut(zone))
    .map(({ zone }) => zone);
}

/** Fields, and what holds them on a record page. */
const EDITED = /^(?:INPUT|TEXTAREA|SELECT|LIGHTNING-|RECORDS-|FORCE-)/;

/** Whether the agent may be typing: then nothing may be read anew under their hands. */
function isEditing(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  return EDITED.test(focused.tagName) || focused.isContentEditable;
}

/**
 * Tells the rest of the page that the record has changed: first Lightning Data Service, then what listens for a refresh of
 * the view. Returns false, and does nothing, while the agent is editing.
 */
export function tellPage(element: { dispatchEvent: (event: Event) => boolean }, recordId: string): boolean {
  if (isEditing()) return false;
  notifyRecordUpdateAvailable([{ recordId }])
    .then(() => element.dispatchEvent(new RefreshEvent()))
    .catch(() => undefined);
  return true;
}

/**
 * Calls back when the element comes into sight or leaves it, and returns a function that ends that. Where the browser can't
 * tell, it counts as seen.
 */
export function watchSight(element: Element, onSight: (isInSight: boolean) => void): () => void {
  if (typeof IntersectionObserver === 'undefined') {
    onSight(true);
    return () => undefined;
  }
  const observer = new IntersectionObserver((entries) => {
    onSight(entries.at(-1)?.isIntersecting === true);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
}
