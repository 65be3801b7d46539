import { isUtf8 } from "node:buffer";

/** Whether bytes are text as all files here are read: UTF-8, without NUL. */
export function isText(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}
