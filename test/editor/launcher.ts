// Stands in for the desktop VS Code: @vscode/test-electron starts it with the arguments it would give to that, and
// takes its exit code. It runs the suite in the browser-served editor, through a headless Chromium.
//   node launcher.ts WORKSPACE --extensionDevelopmentPath=… --extensionTestsPath=… [--extensionDevelopmentKind=web]
//     --server-data=FOLDER   where the editor keeps its data and installed extensions
//     [--restricted]         a new window that trusts nothing
//     [--screenshot=FILE]    a picture of the window, taken if the suite fails
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEditor } from '../../build/editor-host.mjs';
import { launchBrowser } from './browser.ts';
import { reportMark } from './checks.ts';
import { serveWebExtension, type WebExtension } from './web-extension.ts';

const limitMilliseconds = 240_000;
// A suite that the editor never calls is waited for less long.
const firstCheckMilliseconds = 90_000;

const words = process.argv.slice(2);
const valuesOf = (name: string) =>
  words.filter((word) => word.startsWith(`--${name}=`)).map((word) => word.slice(name.length + 3));

const folder = words.find((word) => !word.startsWith('-'));
const [suite] = valuesOf('extensionTestsPath');
const [extension] = valuesOf('extensionDevelopmentPath');
const isWeb = valuesOf('extensionDevelopmentKind').includes('web');
const [serverData] = valuesOf('server-data');
const [screenshot] = valuesOf('screenshot');
if (!folder || !extension || !suite || !serverData) {
  console.error('launcher.ts needs a folder, --extensionDevelopmentPath, --extensionTestsPath and --server-data');
  process.exit(2);
}

const editor = await startEditor({ serverData, trusted: !words.includes('--restricted'), automation: true });
const giveUp = () => editor.stop().then(() => process.exit(1));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, giveUp);
// Whoever started this has ended.
process.stdout.on('error', giveUp);
let exitCode = 1;
let webExtension: WebExtension | undefined;
try {
  const browser = await launchBrowser();
  // The page may not load anything from another port, and the web extension comes from one.
  const page = await browser.newPage({ bypassCSP: isWeb });
  const { promise: ended, resolve: end } = Promise.withResolvers<number>();
  // A VS Code under automation calls these two functions of its page.
  await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
  let hasBegun = false;
  await page.exposeFunction('codeAutomationLog', (_type: string, message: unknown[]) => {
    hasBegun ||= String(message[0]).includes(reportMark);
    console.log(...message);
  });
  if (isWeb) {
    webExtension = await serveWebExtension(extension, suite);
    await webExtension.addTo(page);
  }
  await page.goto(editor.address(isWeb ? { folder } : { folder, extension, suite }));
  const late = delay(limitMilliseconds, 'The suite did not end in time.', { ref: false });
  const neverBegan = delay(firstCheckMilliseconds, undefined, { ref: false }).then(() =>
    hasBegun ? late : 'The editor did not call the suite.',
  );
  const gone = editor.ended.then(() => 'The editor ended before the suite did.');
  const outcome = await Promise.race([ended, late, neverBegan, gone]);
  if (typeof outcome === 'number') exitCode = outcome;
  else console.error(outcome);
  if (exitCode !== 0 && screenshot) {
    mkdirSync(dirname(screenshot), { recursive: true });
    await page.screenshot({ path: screenshot }).catch(() => undefined);
  }
  await browser.close();
} finally {
  webExtension?.close();
  await editor.stop();
}
process.exit(exitCode);
