/** What one page tells the others of the same browser profile: a review was saved, or the users have changed. */
export type News = { readonly review: string } | { readonly users: true };

/** Reaches every other page of the profile, and not the one that speaks. */
export interface Broadcast {
  announce(news: News): void;
  listen(hear: (news: News) => void): void;
}

/** Opened with the first word: a page that neither speaks nor listens needs no channel. */
export function openBroadcast(name: string): Broadcast {
  let opened: BroadcastChannel | undefined;
  const channel = () => {
    opened ??= new BroadcastChannel(name);
    return opened;
  };
  return {
    announce: (news) => channel().postMessage(news),
    listen: (hear) =>
      channel().addEventListener('message', ({ data }: MessageEvent<News>) => hear(data)),
  };
}
