import { fileURLToPath } from "node:url";

/** The path of a file in examples/. */
export const exampleFile = (name: string): string =>
  fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url));

/** The path of a file that only the demo has, for what no example shows. */
export const demoFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
