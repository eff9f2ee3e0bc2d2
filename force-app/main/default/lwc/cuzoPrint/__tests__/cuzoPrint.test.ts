import { add, printPaper } from 'c/cuzoPrint';

const paper = { title: 'Audi', language: 'fr', style: 'p { margin: 0; }' };

/** A place on the page for the frame; jsdom can't print, so that `print` replaces the browser's dialog. */
function place(print: () => void): HTMLElement {
  jest
    .spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get')
    .mockReturnValue({ print } as unknown as Window);
  const host = document.createElement('div');
  document.body.append(host);
  return host;
}

afterEach(() => {
  jest.restoreAllMocks();
  document.body.replaceChildren();
});

describe('c/cuzoPrint', () => {
  test('prints a page of its own once it is filled, and keeps its frame until the next print', async () => {
    const printed: string[] = [];
    const host = place(() => {
      printed.push(new XMLSerializer().serializeToString(host.querySelector('iframe')!.contentDocument!));
    });
    await printPaper(host, paper, async (body) => {
      await Promise.resolve();
      add(body, 'p', '<b>een</b>');
    });
    await printPaper(host, { ...paper, title: 'BMW' }, (body) => add(body, 'p', 'twee'));
    expect(printed).toEqual([
      '<html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><head><title>Audi</title><style dir="auto">p { margin: 0; }</style></head>' +
        '<body><p dir="auto">&lt;b&gt;een&lt;/b&gt;</p></body></html>',
      expect.stringContaining('twee'),
    ]);
    const frames = [...host.querySelectorAll('iframe')];
    // Out of the order of the Tab key, and named for whoever gets there nevertheless.
    expect(frames.map(({ title, tabIndex }) => [title, tabIndex])).toEqual([['BMW', -1]]);
  });

  test.each<[string, () => void]>([
    [
      'the frame has no document, as under Lightning Locker',
      () => jest.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(null),
    ],
    [
      'the frame has no window',
      () => jest.spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get').mockReturnValue(null),
    ],
  ])('rejects when %s', async (_, refuse) => {
    const host = place(jest.fn());
    refuse();
    await expect(printPaper(host, paper, jest.fn())).rejects.toThrow(TypeError);
  });

  test('rejects when the browser refuses', async () => {
    const host = place(() => {
      throw new Error('NotAllowedError');
    });
    await expect(printPaper(host, paper, jest.fn())).rejects.toThrow('NotAllowedError');
  });
});
