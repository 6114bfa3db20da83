/** Pages start anew for whoever is the user now. What had the focus before is told to the next page. */

const key = 'furikaeri.start';

/** Loads the page again, the focus to come to a place that it knows by this name. */
export function startAnewAt(place: string): void {
  sessionStorage.setItem(key, place);
  location.reload();
}

/** Where the focus is to come, once. */
export function takeStart(): string | null {
  const place = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return place;
}
