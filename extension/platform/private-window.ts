import { extensionApi } from './extension.ts';

/** True in a private (InPrivate, incognito) window, where the browser forgets everything when it closes. */
export async function inPrivateWindow(): Promise<boolean> {
  const api = await extensionApi();
  if (!api) return false;
  return api.extension.inIncognitoContext || (await api.windows.getCurrent()).incognito;
}
