import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import { CopyButton } from "./CopyButton";
import { ExternalLink } from "./ExternalLink";

interface Props {
  /** A checksummed address or a hash. */
  hex: string;
  what: "address" | "transaction" | "hash";
  /** Where an explorer shows it. */
  href: string | undefined;
}

/** An address or hash, shortened, to copy whole and to look up. */
export function HexText({ hex, what, href }: Props): ReactElement {
  const short = shortenHex(hex);
  return (
    <span className="inline-flex items-center gap-0.5 whitespace-nowrap">
      <span className="font-mono text-[0.8125rem]" title={hex}>
        {href === undefined ? (
          short
        ) : (
          <ExternalLink href={href} label={`${what} ${hex} in the block explorer`}>
            {short}
          </ExternalLink>
        )}
      </span>
      <CopyButton text={hex} what={`${what} ${short}`} />
    </span>
  );
}
