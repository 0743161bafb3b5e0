// Adds up the results of test runners: `node sum.mjs FOLDER NAME...` reads FOLDER/NAME.json, which jest wrote, and
// FOLDER/NAME.status, with which it ended. A runner that ended badly without a failed test counts as one failure.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...names] = process.argv.slice(2);
let [passed, failed, skipped] = [0, 0, 0];

for (const name of names) {
  const file = join(folder, `${name}.json`);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const status = Number(readFileSync(join(folder, `${name}.status`), 'utf8'));
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  skipped += report?.numPendingTests ?? 0;
  const suites = report?.testResults ?? [];
  for (const { assertionResults } of suites) {
    for (const { fullName, status: outcome } of assertionResults) {
      if (outcome !== 'passed') console.log(`${outcome === 'pending' ? 'skipped' : outcome}: ${name}: ${fullName}`);
    }
  }
  if (status !== 0 && (report?.numFailedTests ?? 0) === 0) {
    failed += 1;
    console.log(`failed: ${name}: ended with ${status} although no test failed`);
  }
}

if (skipped > 0) console.log(`${skipped} skipped, for the reasons above`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
