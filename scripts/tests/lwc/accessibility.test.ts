import { settled } from 'kit';

const NAMELESS = '<button></button>';

/** Shows a page; whether it is found accessible. */
async function isAccessible(html: string, style = ''): Promise<boolean> {
  const sheet = document.createElement('style');
  sheet.textContent = style;
  document.head.append(sheet);
  document.body.innerHTML = `<main>${html}</main>`;
  return settled().then(
    () => true,
    () => false,
  );
}

test('a page is judged by what it shows, whatever was judged before it', async () => {
  expect(await isAccessible('<button>Open</button>')).toBe(true);
  expect(await isAccessible(NAMELESS)).toBe(false);
  expect(await isAccessible('<button>Open</button>')).toBe(true);
  expect(await isAccessible(NAMELESS)).toBe(false);
});

test.each([
  ['its own style', `<div style="display: none">${NAMELESS}</div>`, ''],
  ['a class', `<div class="gone">${NAMELESS}</div>`, '.gone { display: none }'],
  ['an attribute', `<div hidden>${NAMELESS}</div>`, ''],
  ['its place', `<i>1</i><b>${NAMELESS}</b>`, 'i + b { display: none }'],
])('what is hidden by %s is not judged, and what is shown again is', async (_by, html, style) => {
  const shown = html.replace(/ (style=".*?"|class=".*?"|hidden)|<i>1<\/i>/, '');
  expect(await isAccessible(shown)).toBe(false);
  expect(await isAccessible(html, style)).toBe(true);
  expect(await isAccessible(shown)).toBe(false);
});

test('an id that is there twice is found, whatever numbers ids have', async () => {
  const field = (id: string, label: string): string => `<input id="${id}"><label for="${label}">Name</label>`;
  expect(await isAccessible(field('name-1', 'name-1'))).toBe(true);
  expect(await isAccessible(field('name-7', 'name-7'))).toBe(true);
  expect(await isAccessible(field('name-7', 'name-8'))).toBe(false);
});
