// npm runs this after an install: compiles the contracts, so that the first command finds them compiled.
import { spawnSync } from "node:child_process";

const { status } = spawnSync("hardhat build --no-tests --quiet", { shell: true, stdio: "inherit" });
if (status !== 0)
  console.error("The contracts could not be compiled yet; npm run check -- compile says why.");
