import type { Firefox } from './firefox.ts';

/** Prints the one open tab of the extension as Firefox does for its user, on the sheet that the page asks for; BiDi's own printing knows no such sheet. */
export async function printFirefox({ inWindow, address }: Firefox, file: string): Promise<void> {
  const ours = JSON.stringify(address(''));
  await inWindow(`
    (async () => {
      const settings = Cc['@mozilla.org/gfx/printsettings-service;1']
        .getService(Ci.nsIPrintSettingsService)
        .createNewPrintSettings();
      Object.assign(settings, {
        isInitializedFromPrinter: true,
        isInitializedFromPrefs: true,
        outputFormat: Ci.nsIPrintSettings.kOutputFormatPDF,
        outputDestination: Ci.nsIPrintSettings.kOutputDestinationFile,
        toFileName: ${JSON.stringify(file)},
        printSilent: true,
        honorPageRuleMargins: true,
        usePageRuleSizeAsPaperSize: true,
      });
      const { browsers } = window.gBrowser;
      const { browsingContext } = browsers.find(({ currentURI }) => currentURI.spec.startsWith(${ours}));
      await browsingContext.print(settings);
      return true;
    })()
  `);
}
