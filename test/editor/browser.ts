// The headless Chromium in which the suites look at the browser-served editor.
import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from '../../build/set-up.mjs';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('No Chromium was found; set CHROMIUM to the path of one.');
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses to run as root with its sandbox; what it shows here is the local editor alone.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });
}
