/** A browser reads a file after the click: it is let go when the next one is saved. */
let lastAddress: string | null = null;

/**
 * Saves a file under that name. A blob's address is the one kind that Lightning Web Security lets code give to a link; throws
 * where the browser refuses it.
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
