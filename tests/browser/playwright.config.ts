// How the browser tests run: against the built site, served as `cargo xtask serve` serves it.
//
// `cargo xtask test` starts the server and finds the browser, and says so in DATELINE_URL, DATELINE_REPORT and CHROME.
// Run by hand (`npm test --workspace tests/browser`), the server is started here, from the site as last built; CHROME
// names the browser, or else it is Playwright's own.

import { defineConfig, devices, type ReporterDescription } from '@playwright/test';

const { DATELINE_URL, DATELINE_REPORT, CHROME } = process.env;
const byHand = 'http://127.0.0.1:4173/';

const reporters: ReporterDescription[] = [['list']];
if (DATELINE_REPORT) reporters.push(['json', { outputFile: DATELINE_REPORT }]);

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only at the second try does not pass.
  retries: 0,
  timeout: 60_000,
  reporter: reporters,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: DATELINE_URL ?? byHand,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: CHROME ? { executablePath: CHROME } : {},
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
