import { nameOfId } from "@core/ids/nameOfId";
import { printable } from "@core/text/printable";
import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import type { Hex } from "viem";

const SHORT = 18;

/** The id of a sale or a refund; a short one stays on its line. */
export function Id({ id }: { id: Hex }): ReactElement {
  const text = printable(shortenHex(nameOfId(id)));
  const wrap = text.length <= SHORT ? "whitespace-nowrap" : "wrap-anywhere";
  return <bdi className={wrap}>{text}</bdi>;
}
