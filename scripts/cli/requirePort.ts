import { requireOption } from "../../core/requireOption.ts";
import { TributaryError } from "../../core/TributaryError.ts";

/** A port to listen on; 0 takes any that is free. */
export function requirePort(name: string, text: string | undefined): number {
  const value = requireOption(name, text, "a port, such as 4242");
  if (/^\d{1,5}$/.test(value) && Number(value) < 65_536) return Number(value);
  throw new TributaryError(`"${value}" is no port.`, { allowed: "0 to 65535" });
}
