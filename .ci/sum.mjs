// Adds up the results of test runners: `node sum.mjs FOLDER NAME...` reads FOLDER/NAME.json, which jest wrote, and
// FOLDER/NAME.status, with which it ended. A file that could not run counts as one failure; so does a runner that wrote
// no results, or ended badly although nothing failed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...names] = process.argv.slice(2);
let [passed, failed, skipped] = [0, 0, 0];

for (const name of names) {
  const file = join(folder, `${name}.json`);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const status = Number(readFileSync(join(folder, `${name}.status`), 'utf8'));
  passed += report?.numPassedTests ?? 0;
  const failures = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  failed += failures;
  skipped += report?.numPendingTests ?? 0;
  const suites = report?.testResults ?? [];
  for (const { assertionResults } of suites) {
    for (const { fullName, status: outcome } of assertionResults) {
      if (outcome !== 'passed') console.log(`${outcome === 'pending' ? 'skipped' : outcome}: ${name}: ${fullName}`);
    }
  }
  for (const { name: file, assertionResults, status: outcome } of suites) {
    if (outcome === 'failed' && assertionResults.length === 0) console.log(`failed: ${name}: ${file} could not run`);
  }
  if (report === undefined || (status !== 0 && failures === 0)) {
    failed += 1;
    console.log(`failed: ${name}: ended with ${status}, ${report === undefined ? 'without results' : 'although no test failed'}`);
  }
}

if (skipped > 0) console.log(`${skipped} skipped, for the reasons above`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
