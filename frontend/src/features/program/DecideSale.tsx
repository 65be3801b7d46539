import { formatTime } from "@core/text/formatTime";
import { programAbi } from "@generated/abis/Program";
import { type ReactElement, useState } from "react";
import { encodeFunctionData } from "viem";
import { useHistoryLink } from "../chain/useHistory";
import { useHolders } from "../chain/useHolders";
import { ActButton } from "../transaction/ActButton";
import { ReasonField } from "../transaction/ReasonField";
import { canDecide } from "./canDecide";
import type { SaleActsProps } from "./SaleActsProps";
import { saleActOf } from "./saleActOf";

/** The arbiter lets a disputed sale stand or makes it void; anyone closes a dispute that it did not decide in time. */
export function DecideSale(props: SaleActsProps): ReactElement | null {
  const { card, sale } = props;
  const { program, state, revision } = card;
  const past = useHistoryLink(program.address);
  const holders = useHolders(program, revision).data;
  const [reason, setReason] = useState("");
  const isOpen = canDecide(props);
  const deadline = state.past.disputes.get(sale.at)?.deadline ?? 0;
  const isLate = state.head.time >= BigInt(deadline);
  if (holders === undefined) return null;
  const signers = [holders.arbiter];
  const isArbiters = isOpen && !isLate;
  return (
    <div className="flex flex-col gap-4">
      {isArbiters && (
        <>
          <p className="text-sm text-muted">
            The arbiter decides until {formatTime(deadline)}. It can also give the lines to others
            who had one or dispute the sale: by the command <code>sales reattribute</code>.
          </p>
          <div className="max-w-xl">
            <ReasonField label="Why it is decided so" onChange={setReason} value={reason} />
          </div>
        </>
      )}
      <ActButton
        call={saleActOf(program.address, past, sale.at, (shown) =>
          encodeFunctionData({
            abi: programAbi,
            functionName: "upholdSale",
            args: [shown, reason],
          }),
        )}
        done={() => ({ title: "It stands", told: "Its lines are theirs again who had them" })}
        hint={() => "Its lines go back to those who had them."}
        isOpen={isArbiters}
        signers={signers}
        verb="Let it stand"
        what="the decision"
      />
      <ActButton
        call={saleActOf(program.address, past, sale.at, (shown) =>
          encodeFunctionData({ abi: programAbi, functionName: "voidSale", args: [shown, reason] }),
        )}
        done={() => ({ title: "It is void", told: "Its lines went back to whoever funded it" })}
        hint={() =>
          "What is left of its lines goes back to whoever funded it. It cannot be undone."
        }
        isOpen={isArbiters}
        signers={signers}
        verb="Make it void"
        what="the decision"
      />
      <ActButton
        call={saleActOf(program.address, past, sale.at, (shown) =>
          encodeFunctionData({ abi: programAbi, functionName: "closeDispute", args: [shown] }),
        )}
        done={() => ({ title: "It stands", told: "Its lines are theirs again who had them" })}
        hint={() => "Nobody decided in time: anyone may let it stand as posted."}
        isOpen={isOpen && isLate}
        verb="Close the dispute"
        what="it"
      />
    </div>
  );
}
