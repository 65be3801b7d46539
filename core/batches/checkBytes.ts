import { type Hex, isHex } from "viem";
import { BatchFormError } from "./BatchFormError.ts";

/** Bytes in small letters, if they are so many; any whole number of them where no size is given. */
export function checkBytes(what: string, bytes: Hex, size?: number): Hex {
  const digits = bytes.length - 2;
  const fits = size === undefined ? digits % 2 === 0 : digits === size * 2;
  if (isHex(bytes) && fits) return `0x${bytes.slice(2).toLowerCase()}`;
  const found = bytes.length > 100 ? `${bytes.slice(0, 100)}…` : bytes;
  throw new BatchFormError(`${what}: ${found}`, `${size ?? "whole"} bytes in hexadecimal digits`);
}
