import type { LedgerAmendment } from "@core/ledger/Ledger";
import { formatTime } from "@core/text/formatTime";
import { printableName } from "@core/text/printableName";
import { programAbi } from "@generated/abis/Program";
import type { ReactElement } from "react";
import { type Address, encodeFunctionData } from "viem";
import { operatorAndGuardian } from "../chain/operatorAndGuardian";
import { useAmendment } from "../chain/useAmendment";
import { useHolders } from "../chain/useHolders";
import { usePayout } from "../chain/usePayout";
import type { Program } from "../chain/useProgram";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";

interface Props {
  program: Program;
  revision: string;
  amendment: LedgerAmendment;
  /** Whether it waits for its start. */
  isOpen: boolean;
}

/** What holders and the operator can do with an amendment that waits. */
export function AmendmentActs({
  program,
  revision,
  amendment,
  isOpen,
}: Props): ReactElement | null {
  const holders = useHolders(program, revision).data;
  const changesAddresses = useAmendment(program, revision).data?.addresses === true;
  if (holders === undefined) return null;
  return (
    <div className="flex flex-col gap-6 border-t border-line pt-6">
      {amendment.needed.map(({ line, holder }) => (
        <Consent
          {...{ program, revision, amendment, holder, line }}
          isOpen={isOpen && !amendment.given.has(line)}
          key={line}
        />
      ))}
      <ActButton
        call={actOf(program.address, () =>
          encodeFunctionData({ abi: programAbi, functionName: "withdrawAmendment" }),
        )}
        done={() => ({ title: "Withdrawn", told: "The terms stay as they are" })}
        hint={() => "The terms stay as they are."}
        isOpen={isOpen}
        signers={changesAddresses ? operatorAndGuardian(holders) : [holders.operator]}
        verb="Withdraw the amendment"
        what="it"
      />
    </div>
  );
}

function Consent({
  program,
  revision,
  amendment,
  holder,
  line,
  isOpen,
}: Props & { holder: Address; line: number }): ReactElement | null {
  const payout = usePayout(program, holder, revision).data;
  const name = printableName(program.terms.standing[line]?.name ?? `line ${line}`);
  if (payout === undefined) return null;
  return (
    <ActButton
      call={actOf(program.address, () =>
        encodeFunctionData({
          ...{ abi: programAbi, functionName: "consent" },
          args: [BigInt(line), amendment.termsHash],
        }),
      )}
      done={() => ({ title: "Consented", told: `For line “${name}”` })}
      hint={() =>
        `Lets these terms come into force on ${formatTime(amendment.from)}. It cannot be taken back.`
      }
      isOpen={isOpen}
      look="primary"
      signers={[payout.wallet]}
      verb={`Consent for line “${name}”`}
      what="the consent"
    />
  );
}
