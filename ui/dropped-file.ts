/** Where a file is dropped beside a field for it, the page stays: browsers would show the file in its place. */
export function stayWhenFilesAreDropped(): void {
  for (const type of ['dragover', 'drop'] as const) addEventListener(type, stay);
}

function stay(event: DragEvent): void {
  const onField = event.target instanceof HTMLInputElement && event.target.type === 'file';
  if (!onField && event.dataTransfer?.types.includes('Files')) event.preventDefault();
}
