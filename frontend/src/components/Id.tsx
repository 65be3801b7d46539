import { readId } from "@core/text/page/readId";
import type { ReactElement } from "react";
import type { Hex } from "viem";

const SHORT = 18;

/** The id of a sale or a refund; a short one stays on its line. */
export function Id({ id }: { id: Hex }): ReactElement {
  const text = readId(id);
  const wrap = text.length <= SHORT ? "whitespace-nowrap" : "wrap-anywhere";
  return <bdi className={wrap}>{text}</bdi>;
}
