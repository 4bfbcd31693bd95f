// How the browser tests run: against the built site, served as `cargo xtask serve` serves it.
//
// `cargo xtask test` starts the server and finds the browser, and says so in DATELINE_URL, DATELINE_REPORT and CHROME.
// Run by hand (`npm test --workspace tests/browser`), the server is started here, from the site as last built; CHROME
// names the browser, or else it is Playwright's own.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defineConfig, devices, type ReporterDescription } from '@playwright/test';

const { DATELINE_URL, DATELINE_REPORT, CHROME, PATH = '' } = process.env;
const byHand = 'http://127.0.0.1:4173/';

const reporters: ReporterDescription[] = [['list']];
if (DATELINE_REPORT) reporters.push(['json', { outputFile: DATELINE_REPORT }]);

/** The main path in Firefox too, where one is installed: FIREFOX names it, or else it is found by PATH. */
const programs = PATH.split(delimiter).flatMap((folder) => ['firefox', 'firefox-esr'].map((name) => join(folder, name)));
const firefox = process.env.FIREFOX ?? programs.find((program) => existsSync(program));
const MAIN_PATH = ['**/smoke.spec.ts', '**/studio-report.spec.ts'];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine may be late once. What passes only at the second try is named at the end of the run, to be mended.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  reporter: reporters,
  projects: [
    { name: 'chromium', use: { ...devices['Desktop Chrome'], launchOptions: CHROME ? { executablePath: CHROME } : {} } },
    ...(firefox
      ? [{
          name: 'firefox',
          testMatch: MAIN_PATH,
          use: { ...devices['Desktop Firefox'], channel: 'moz-firefox', colorScheme: null, launchOptions: { executablePath: firefox } },
        }]
      : []),
  ],
  use: {
    baseURL: DATELINE_URL ?? byHand,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
  ...(DATELINE_URL
    ? {}
    : {
        webServer: {
          command: 'cargo xtask serve --no-build --no-open --port 4173',
          cwd: '../..',
          url: byHand,
          reuseExistingServer: !process.env.CI,
          timeout: 300_000,
        },
      }),
});
