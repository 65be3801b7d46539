import { printableName } from "@core/text/printableName";
import type { ReactElement } from "react";

/** A name that somebody else chose: text only, kept from changing what stands around it. */
export function Name({ text }: { text: string }): ReactElement {
  return <bdi className="wrap-anywhere">{printableName(text) || "(no name)"}</bdi>;
}
