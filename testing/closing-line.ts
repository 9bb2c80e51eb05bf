// Ends a test run with one plain line that any build server can read: `tests: 2311 passed, 0 failed`.
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let [passed, failed] = [0, 0];
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
      // A file that could not even be loaded has no tests to fail.
      if (module.errors().length > 0) failed += 1;
    }
    process.stdout.write(`tests: ${passed} passed, ${failed} failed\n`);
  }
}
