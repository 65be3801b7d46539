import { programAbi } from "@generated/abis/Program";
import type { ReactElement } from "react";
import { encodeFunctionData } from "viem";
import { Card } from "../../components/Card";
import { HexText } from "../../components/HexText";
import { Uri } from "../../components/Uri";
import { useEver } from "../../components/useEver";
import { programHref } from "../../lib/site/Route";
import { agreedTexts } from "../chain/agreedTexts";
import { usePayout } from "../chain/usePayout";
import { ActButton } from "../transaction/ActButton";
import { actOf } from "../transaction/actOf";
import type { PartyCardProps } from "./PartyCardProps";
import { useAcceptance } from "./useAcceptance";

/** What a partner has to accept before it is paid; nothing where it has, or need not. */
export function AcceptTerms(card: PartyCardProps): ReactElement | null {
  const { program, state, party, revision } = card;
  const { termsHash } = program;
  const isMissing = useAcceptance(card) === "missing";
  const payout = usePayout(program, party, revision).data;
  const isShown = useEver(isMissing);
  if (payout === undefined || !isShown) return null;
  return (
    <Card
      hint="What this partner was credited is paid once it has accepted the terms. Once is enough: whoever stays after an amendment accepts that."
      title="Accept the terms"
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
          <a
            className="font-medium text-accent underline underline-offset-4"
            href={programHref(program.address)}
          >
            Read the terms in plain words
          </a>
          <span className="inline-flex flex-wrap items-center gap-1 text-muted">
            Their hash <HexText hex={termsHash} href={undefined} what="hash" />
          </span>
          {agreedTexts(state).map(({ name, uri }) => (
            <span className="wrap-anywhere text-muted" key={name}>
              {name}: {uri === undefined ? "…" : <Uri uri={uri} />}
            </span>
          ))}
        </div>
        <ActButton
          call={actOf(program.address, () =>
            encodeFunctionData({
              ...{ abi: programAbi, functionName: "accept", args: [party, termsHash] },
            }),
          )}
          done={() => ({ title: "Accepted", told: "What is locked can be claimed" })}
          hint={() => "Accepts the terms with this hash, and no others. It cannot be taken back."}
          isOpen={isMissing}
          look="primary"
          signers={[payout.wallet]}
          verb="Accept the terms"
          what="the acceptance"
        />
      </div>
    </Card>
  );
}
