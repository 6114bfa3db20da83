/** What the page says of saving. */
export type SavingState =
  | { readonly state: 'idle' | 'saving' }
  | { readonly state: 'saved'; readonly at: number }
  | { readonly state: 'failed'; readonly cause: string };
