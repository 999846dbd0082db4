import type { Caption } from './caption';

/** "andon-abc-classification-20261124T050041Z.svg": files of different times do not overwrite each other. */
export function fileName({ title, asOf }: Pick<Caption, 'title' | 'asOf'>, extension: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const time = asOf === null ? '' : `-${asOf.replace(/\.\d+/, '').replace(/[-:]/g, '')}`;
  return `andon-${name}${time}.${extension}`;
}

/** Hands a file to the browser, which saves it as it saves any other. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  // The browser reads the URL after this call; a minute is more than it takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
