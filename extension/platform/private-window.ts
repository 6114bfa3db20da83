interface Host {
  readonly extension?: { readonly inIncognitoContext?: boolean };
}

const { browser, chrome } = globalThis as { browser?: Host; chrome?: Host };

/**
 * True where the browser forgets what is written: in a private (InPrivate, incognito) window. Asked
 * before anything else, so without loading the polyfill. Never known on a served page.
 */
export const inPrivateWindow = Boolean((browser ?? chrome)?.extension?.inIncognitoContext);
