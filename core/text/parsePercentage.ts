import { ONE } from "../money/ppm.ts";

/** Parts per million of "12.5%". Undefined where the text is no percentage of whole millionths up to 100 %. */
export function parsePercentage(text: string): number | undefined {
  const match = /^(\d{1,3})(?:\.(\d+))?%$/.exec(text);
  if (match === null) return undefined;
  const decimals = (match[2] ?? "").replace(/0+$/, "");
  if (decimals.length > 4) return undefined;
  const ppm = Number(match[1]) * 10_000 + Number(decimals.padEnd(4, "0"));
  return ppm <= ONE ? ppm : undefined;
}
