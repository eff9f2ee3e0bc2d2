import { fileURLToPath } from 'node:url';

/** This folder. */
export const previewFolder = fileURLToPath(new URL('.', import.meta.url));

/** Where npm puts the packages of the project. */
export const packagesFolder = fileURLToPath(new URL('../../node_modules/', import.meta.url));
