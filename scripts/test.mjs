// `npm test`: everything that must hold before a change is good. All stages run, whatever fails before them; the last
// line is `N passed, N failed`. A static check counts as one; tests are counted by their own reporters.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged } from './lib/build.mjs';
import { electronEnv, onScreen } from './lib/display.mjs';
import {
  bin,
  capture,
  main,
  readJson,
  root,
  SetupFailure,
  say,
  seconds,
  show,
  toolEnv,
} from './lib/steps.mjs';
import { packageApp } from './package.mjs';
import { setUp } from './setup.mjs';

const results = join(root, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(name, { passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(name);
}

async function stage(name, work) {
  const started = Date.now();
  say(`\n── ${name} ${'─'.repeat(Math.max(3, 70 - name.length))}`);
  let counted;
  try {
    counted = await work();
  } catch (error) {
    say(
      error instanceof SetupFailure ? `${error.message}\nNext: ${error.next}` : String(error.stack ?? error),
    );
    counted = { failed: 1 };
  }
  count(name, counted);
  const { passed = 0, failed = 0, skipped = 0 } = counted;
  const left = skipped > 0 ? `, ${skipped} skipped` : '';
  say(`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${left} (${seconds(started)})`);
  return failed === 0;
}

/** A script of package.json that either holds or does not; its output is shown only when it does not. */
async function check(script) {
  const result = await capture('npm', ['run', '--silent', script], { shell: process.platform === 'win32' });
  if (result.code === 0) return { passed: 1 };
  say(result.text.trimEnd());
  return { failed: 1 };
}

async function unitTests() {
  const file = freshResult('unit.json');
  const env = toolEnv();
  // Unit tests run on Node, with the driver's own binary.
  delete env.VITRINE_NATIVE_BINDING;
  const code = await show(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { env },
  );
  const report = readJson(file);
  if (!report) return { failed: 1 };
  // A file that does not even load has no tests to fail.
  const broken = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  );
  return atLeastOneFailure(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

async function endToEndTests(runtime) {
  const file = freshResult('e2e.json');
  const code = await show(...onScreen(bin('playwright'), ['test']), { env: electronEnv(runtime) });
  const report = readJson(file);
  if (!report) return { failed: 1 };
  for (const { message } of report.errors) say(message);
  return atLeastOneFailure(code, {
    passed: report.stats.expected + report.stats.flaky,
    failed: report.stats.unexpected,
    skipped: report.stats.skipped,
  });
}

function freshResult(name) {
  const file = join(results, name);
  mkdirSync(results, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** An error outside every test (a crash, no tests found) must not pass as zero failures. */
function atLeastOneFailure(code, counted) {
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

async function testAll() {
  const started = Date.now();
  const runtime = await setUp({ tests: true });
  say(`Electron ${runtime.electronVersion} (${runtime.source})`);

  await stage('format', () => check('format:check'));
  await stage('lint', () => check('lint'));
  await stage('import rules', () => check('imports'));
  await stage('types', () => check('types'));
  await stage('generated files', () => check('generate:check'));
  await stage('unit and integration tests', unitTests);
  const built = await stage('build', async () => {
    await buildWhenChanged();
    return { passed: 1 };
  });
  if (built) {
    // An end-to-end test starts the packaged app; it is told where it is.
    if (process.platform === 'linux') {
      await stage('package', async () => {
        process.env.VITRINE_PACKAGED = await packageApp(runtime);
        return { passed: 1 };
      });
    }
    await stage('end-to-end tests', () => endToEndTests(runtime));
  } else {
    say('\nThe end-to-end tests were not run, because the build failed.');
  }

  say(`\n${seconds(started)} in all.`);
  if (failures.length > 0) say(`Failed: ${failures.join(', ')}.`);
}

await main(async () => {
  try {
    await testAll();
  } catch (error) {
    say(
      error instanceof SetupFailure
        ? `\n✗ ${error.message}\n  Next: ${error.next}`
        : String(error.stack ?? error),
    );
    total.failed += 1;
  }
  if (total.skipped > 0) say(`${total.skipped} skipped.`);
  say(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
});
