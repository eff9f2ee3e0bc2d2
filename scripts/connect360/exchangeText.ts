import { parseXml, XmlElement, xmlText } from './xmlTree.ts';

/** Files that are being changed: path -> text. */
export type Files = Map<string, string>;

/** The root element of a file; undefined when there is none. */
export function parsed(files: Files, path: string): XmlElement | undefined {
  const text = files.get(path);
  return text === undefined ? undefined : parseXml(text);
}

/** Exchanges the text of a child; gives what stood there. */
export function exchange(
  element: XmlElement | undefined,
  tag: string,
  text: string | undefined,
): string | undefined {
  const child = element?.first(tag);
  const before = child?.text;
  if (child !== undefined && text !== undefined && text !== '') child.setText(text);
  return before;
}

/** An element with a text, or none without one. */
export function leaf(tag: string, text: string | undefined): readonly XmlElement[] {
  return text === undefined ? [] : [XmlElement.of(tag, text)];
}

/** Labels of apps or tabs; gives their entries in the translation into the language of the source. */
export function exchangeNamed(
  files: Files,
  words: XmlElement,
  part: string,
  file: RegExp,
): readonly XmlElement[] {
  return [...files.keys()].flatMap((path) => {
    const name = file.exec(path)?.[1];
    const entry = words.all(part).find((each) => each.textOf('name') === name);
    const named = entry && parsed(files, path);
    if (named === undefined) return [];
    const before = exchange(named, 'label', entry?.textOf('label'));
    files.set(path, xmlText(named));
    return [XmlElement.of(part, [...leaf('label', before), ...leaf('name', name)])];
  });
}
