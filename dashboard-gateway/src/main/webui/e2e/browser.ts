import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { chromium, type Browser } from 'playwright-core';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Where the bundled browser is unpacked: our own folder, since others may unpack theirs into the system's. */
const UNPACKED = new URL('../node_modules/.cache/andon-browser/', import.meta.url).pathname;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
];

/** CHROME_PATH, else a browser of this machine, else (or with ANDON_BROWSER=bundled) the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH ?? systemBrowser();
  return executablePath === undefined
    ? launchBundled()
    : chromium.launch({ executablePath, args: ARGUMENTS });
}

function systemBrowser(): string | undefined {
  return process.env.ANDON_BROWSER === 'bundled'
    ? undefined
    : SYSTEM_BROWSERS.find((path) => existsSync(path));
}

async function launchBundled(): Promise<Browser> {
  await mkdir(UNPACKED, { recursive: true });
  const before = { ...process.env };
  process.env.TMPDIR = UNPACKED;
  if (lacksLibraries()) {
    // The package unpacks the libraries that it brings, and points the loader at them, only where it takes the
    // machine for an Amazon Linux 2023 function; there is no other switch.
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  }
  try {
    const { default: bundled } = await import('@sparticuz/chromium');
    const executablePath = await bundled.executablePath();
    const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
    // The package's own arguments switch the same-origin policy off, which is among what is tested here.
    const args = [...ARGUMENTS, '--no-zygote', '--headless=shell'];
    return await chromium.launch({
      executablePath,
      args,
      env: defined({ ...before, LD_LIBRARY_PATH, FONTCONFIG_PATH }),
    });
  } finally {
    process.env = before;
  }
}

/** Chromium needs libnss3, libnspr4 and libexpat, which a bare system does not have. */
function lacksLibraries(): boolean {
  if (process.env.ANDON_BROWSER_LIBRARIES === 'bundled') {
    return true;
  }
  try {
    const known = execFileSync('ldconfig', ['-p'], {
      encoding: 'utf8',
      env: { ...process.env, PATH: searchPath() },
    });
    return !['libnss3.so', 'libnspr4.so', 'libexpat.so'].every((library) => known.includes(library));
  } catch {
    return true;
  }
}

function searchPath(): string {
  return `${process.env.PATH ?? ''}:/sbin:/usr/sbin`;
}

function defined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
