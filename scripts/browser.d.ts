/** The path of the browser named in CHROMIUM_PATH, else of the first Chromium, Chrome or Edge that is installed. */
export function findBrowser(): string | undefined;
