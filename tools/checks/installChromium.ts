import { execSync } from "node:child_process";
import { findChromium } from "./findChromium.ts";
import { isDebianRoot } from "./isDebianRoot.ts";

// Makes sure that there is a browser for the tests, and says which.

const INSTALL = "apt-get update && apt-get install -y --no-install-recommends chromium";

if (findChromium() === undefined && process.env.CHROMIUM_PATH === undefined && isDebianRoot()) {
  console.log(`No Chromium found; installing Debian's: ${INSTALL}`);
  execSync(INSTALL, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

const found = findChromium();
if (found === undefined) {
  console.error(howToGetChromium());
  process.exitCode = 1;
} else {
  console.log(found);
}

function howToGetChromium(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined)
    return `CHROMIUM_PATH is ${chosen}, where there is no file. Correct or unset it.`;
  return `No Chromium found. Run "npx playwright install chromium" (or, on Debian, "sudo apt-get install chromium"), or set CHROMIUM_PATH to a browser's executable.`;
}
