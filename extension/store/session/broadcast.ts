/** What one page tells the others of the same browser profile: a review was saved, or the users have changed. */
export type News = { readonly review: string } | { readonly users: true };

const channel = new BroadcastChannel('furikaeri');

export function announce(news: News): void {
  channel.postMessage(news);
}

export function listen(hear: (news: News) => void): void {
  channel.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data));
}
