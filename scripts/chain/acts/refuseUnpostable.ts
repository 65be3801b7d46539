import { recoverTypedDataAddress, size } from "viem";
import type { TypedAct } from "../../../core/signing/typedAct.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Deployed } from "../Deployed.ts";
import { readProgram } from "../readProgram.ts";
import type { SignedAct } from "./SignedAct.ts";

/** Bytes of a key's signature. */
const KEYS = 65;
const AGAIN = "Have the party sign again.";

/** Refuses an act that its program or plan would not take, and says what is the matter with it. */
export async function refuseUnpostable(
  contract: Deployed,
  act: SignedAct,
  typed: TypedAct,
): Promise<void> {
  refuseElsewhere(contract, act);
  await refuseLate(contract, act);
  await refuseUsed(contract, act);
  await refuseOtherSigner(contract, act, typed);
}

function refuseElsewhere({ chain, address }: Deployed, act: SignedAct): void {
  if (act.chainId !== chain.chainId) {
    throw new TributaryError("It was signed for another chain.", {
      ...{ found: `chain ${act.chainId}`, allowed: `chain ${chain.chainId}` },
      todo: `Name the network of chain ${act.chainId} with --network, or have the party sign for this one.`,
    });
  }
  if (act.contract === address) return;
  throw new TributaryError(`It was signed for another ${act.of}.`, {
    ...{ found: act.contract, allowed: address },
    todo: `Give that ${act.of} with --${act.of}, or have the party sign for this one.`,
  });
}

async function refuseLate({ chain }: Deployed, { deadline }: SignedAct): Promise<void> {
  const { timestamp } = await chain.client.getBlock();
  if (timestamp <= BigInt(deadline)) return;
  throw new TributaryError(`The signature was good until ${formatIsoTime(deadline)}.`, {
    todo: AGAIN,
  });
}

async function refuseUsed(contract: Deployed, { signer, nonce }: SignedAct): Promise<void> {
  const next = await readProgram(contract, "nonces", [signer]);
  if (nonce === next) return;
  const count = { found: `nonce ${nonce}`, allowed: `${next}, the next one of ${signer}` };
  if (nonce > next) {
    throw new TributaryError("Something that the party signed before comes first.", {
      ...count,
      todo: "Post the file with the lower nonce, then this one.",
    });
  }
  throw new TributaryError("This was posted before, or the party has made it void.", {
    ...count,
    todo: `${AGAIN} What a nonce was signed for counts once.`,
  });
}

/** Only a contract may have another's key sign for it, which is asked. */
async function refuseOtherSigner(
  { chain }: Deployed,
  { signer, signature }: SignedAct,
  typed: TypedAct,
): Promise<void> {
  if (signature === undefined) {
    throw new TributaryError(`The file has no signature of ${signer} yet.`, {
      todo: "Have that wallet sign the file's typedData (eth_signTypedData_v4) and give the result with --signature 0x…",
    });
  }
  const code = await chain.client.getCode({ address: signer });
  if (code !== undefined && code !== "0x") return;
  const found =
    size(signature) === KEYS
      ? await recoverTypedDataAddress({ ...typed, signature }).catch(() => undefined)
      : undefined;
  if (found === signer) return;
  throw new TributaryError(`${signer} did not sign this.`, {
    found: found === undefined ? "what is no signature of a key" : `the signature of ${found}`,
    todo: "Have it signed by that wallet. A smart wallet that is not deployed yet must be deployed first.",
  });
}
