/** The browser reads the file after the click, so its address is only released when the next file is saved. */
let lastAddress: string | null = null;

/**
 * Saves a file under that name. Lightning Web Security lets code set only blob addresses on a link. Throws when the browser
 * refuses it.
 */
export function saveFile(file: Blob, name: string): void {
  if (lastAddress !== null) URL.revokeObjectURL(lastAddress);
  // eslint-disable-next-line @locker/locker/distorted-url-create-object-url -- its distortion takes pictures
  lastAddress = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = lastAddress;
  link.download = name;
  link.click();
}
