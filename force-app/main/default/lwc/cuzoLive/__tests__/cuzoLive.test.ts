import { Asking, tellPage } from 'c/cuzoLive';
import { notifyRecordUpdateAvailable } from 'lightning/uiRecordApi';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let isOpen = true;
let isOn = true;
let isHidden = false;
const ask = jest.fn();
let asking: Asking;

beforeEach(() => {
  jest.useFakeTimers();
  [isOpen, isOn, isHidden] = [true, true, false];
  ask.mockClear();
  jest.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
  asking = new Asking({ isOpen: () => isOpen, isOn: () => isOn, ask });
  asking.connect();
});
afterEach(() => {
  asking.disconnect();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

function comeBack(): void {
  isHidden = false;
  document.dispatchEvent(new CustomEvent('visibilitychange'));
}

test('asks every ten seconds while an invitation is open, for ten minutes at most', () => {
  asking.follow();
  jest.advanceTimersByTime(30 * SECOND);
  expect(ask).toHaveBeenCalledTimes(3);
  asking.follow();
  jest.advanceTimersByTime(30 * MINUTE);
  expect(ask.mock.calls.length).toBeLessThanOrEqual(60);
  expect(ask.mock.calls.length).toBeGreaterThan(57);
  expect(jest.getTimerCount()).toBe(0);
});

test('a closed invitation ends it, another one begins anew', () => {
  asking.follow();
  isOpen = false;
  asking.follow();
  jest.advanceTimersByTime(MINUTE);
  expect(ask).not.toHaveBeenCalled();
  isOpen = true;
  asking.follow();
  jest.advanceTimersByTime(10 * SECOND);
  expect(ask).toHaveBeenCalledTimes(1);
});

test('never asks in a hidden tab, nor where the page switches it off', () => {
  asking.follow();
  isHidden = true;
  jest.advanceTimersByTime(MINUTE);
  expect(ask).not.toHaveBeenCalled();
  isOn = false;
  isHidden = false;
  asking.follow();
  jest.advanceTimersByTime(20 * MINUTE);
  comeBack();
  expect(ask).not.toHaveBeenCalled();
});

test('coming back to the tab asks once after five minutes, not before, and not after it has left the page', () => {
  isOpen = false;
  jest.advanceTimersByTime(4 * MINUTE);
  comeBack();
  expect(ask).not.toHaveBeenCalled();
  jest.advanceTimersByTime(MINUTE);
  comeBack();
  comeBack();
  expect(ask).toHaveBeenCalledTimes(1);
  asking.disconnect();
  jest.advanceTimersByTime(10 * MINUTE);
  comeBack();
  expect(ask).toHaveBeenCalledTimes(1);
});

test('what has to wait for a better moment is done at a later turn, once', () => {
  isOpen = false;
  let isTyping = true;
  const work = jest.fn(() => !isTyping);
  asking.do(work);
  asking.follow();
  jest.advanceTimersByTime(10 * SECOND);
  isTyping = false;
  jest.advanceTimersByTime(MINUTE);
  expect(work).toHaveBeenCalledTimes(3);
  expect(ask).not.toHaveBeenCalled();
  expect(jest.getTimerCount()).toBe(0);
});

test('the page is told by Lightning Data Service, then by a refresh of the view; not while a field is edited', async () => {
  const told: string[] = [];
  jest.mocked(notifyRecordUpdateAvailable).mockImplementation(() => {
    told.push('record');
    return Promise.resolve();
  });
  const page = { dispatchEvent: ({ type }: Event) => told.push(type) > 0 };
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  expect(tellPage(page, '001')).toBe(false);
  field.remove();
  expect(tellPage(page, '001')).toBe(true);
  await Promise.resolve();
  await Promise.resolve();
  expect(told).toEqual(['record', 'lightning__refresh']);
});
