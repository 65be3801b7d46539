import { type HDAccount, mnemonicToAccount } from "viem/accounts";

const MNEMONIC = "test test test test test test test test test test test junk";

/** A development account, whose key everybody knows. */
export function accountAt(index: number): HDAccount {
  return mnemonicToAccount(MNEMONIC, { addressIndex: index });
}
