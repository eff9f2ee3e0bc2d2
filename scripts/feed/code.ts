import { z } from 'zod';

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Longest code of a product, reason or document type (docs/FEED.md). */
const MAX_OPEN_CODE = 40;

/** A code of a section or an item. */
export const code = z.string().regex(KEBAB_CASE, 'must be a kebab-case code');

/** A code of an open list: known codes have a translated label, others are stored and shown as they are. */
export const openCode = code.max(MAX_OPEN_CODE, `must be a code of at most ${MAX_OPEN_CODE} characters`);
