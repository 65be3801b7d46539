// Mocha's usual report, and at the end the counts in `TEST_SUMMARY_FILE`, where that is set.
// (Hardhat's own summary takes every test that a failed hook kept from running for a passed one.)
// CommonJS, because Mocha loads reporters with `require`.
const { writeFileSync } = require("node:fs");
const { Runner, reporters } = require("mocha");

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const file = process.env.TEST_SUMMARY_FILE;
      const { passes: passed, failures: failed } = this.stats;
      const skipped = runner.total - passed - failed;
      if (file !== undefined) {
        writeFileSync(file, JSON.stringify({ passed, failed, skipped: Math.max(0, skipped) }));
      }
    });
  }
};
