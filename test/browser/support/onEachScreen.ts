import { test } from "./test.ts";

const SCREENS = [
  ["desktop", { width: 1280, height: 800 }],
  ["phone", { width: 390, height: 844 }],
] as const;

/** The same tests in light and dark, on a desktop and on a phone. */
export function onEachScreen(tests: () => void): void {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const [device, viewport] of SCREENS) {
      test.describe(`${colorScheme}, ${device}`, () => {
        test.use({ colorScheme, viewport });
        tests();
      });
    }
  }
}
