import { later } from './later.tsx';

/** The picture of a form, fetched when one is shown. */
export const LaterPicture = later(async () => (await import('./form-picture.tsx')).FormPicture);
