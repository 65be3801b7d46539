import { type Address, getAddress, pad, toHex } from "viem";

/** The wallet of a partner or of a line's holder, by its number: some holders are partners too. */
export function walletOf(index: number): Address {
  return getAddress(pad(toHex(0xa11ce000 + index), { size: 20 }));
}
