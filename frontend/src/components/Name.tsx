import type { ReactElement } from "react";
import { cleanText } from "../lib/format/cleanText";

/** A name that somebody else chose: text only, kept from changing what stands around it. */
export function Name({ text }: { text: string }): ReactElement {
  return <bdi className="wrap-anywhere">{cleanText(text) || "(no name)"}</bdi>;
}
