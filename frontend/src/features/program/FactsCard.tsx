import { hashTerms } from "@core/terms/hashTerms";
import { formatDuration } from "@core/text/formatDuration";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement } from "react";
import { type Address, zeroAddress } from "viem";
import { Card } from "../../components/Card";
import { Fact } from "../../components/Fact";
import { HexText } from "../../components/HexText";
import { Uri } from "../../components/Uri";
import type { HeldRole } from "../../lib/text/otherRolesOf";
import { agreedTexts } from "../chain/agreedTexts";
import { RoleHolder } from "../chain/RoleHolder";
import { useHolders } from "../chain/useHolders";
import type { ProgramCardProps } from "./ProgramCardProps";

const PEOPLE = [
  { power: "operator", term: "Operator", does: "enrolls partners and runs the program" },
  { power: "attributor", term: "Attributor", does: "posts sales and refunds" },
  { power: "standby", term: "Standby", does: "takes the attributor’s place when it has to go" },
  { power: "arbiter", term: "Arbiter", does: "settles disputes" },
  { power: "guardian", term: "Guardian", does: "stops thieves; has no power over money" },
] as const;

const TREASURY = "treasury";

/** Who runs the program, and how to check that these are its terms. */
export function FactsCard({
  program,
  state,
  revision,
}: Pick<ProgramCardProps, "program" | "state" | "revision">): ReactElement {
  const { terms, termsHash } = program;
  const holders = useHolders(program, revision);
  const roles: readonly HeldRole[] = [
    ...PEOPLE.map(({ power }) => [power, holderOf(holders.data?.[power])] as const),
    [TREASURY, terms.treasury],
  ];
  return (
    <Card title="Who runs it">
      <dl className="grid gap-x-10 gap-y-6 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {PEOPLE.map(({ power, term, does }) => (
          <Fact hint={does} key={power} term={term}>
            {holders.data === undefined ? "…" : <RoleHolder role={power} roles={roles} />}
          </Fact>
        ))}
        <Fact hint="where the operator’s residual goes" term="Treasury">
          <RoleHolder role={TREASURY} roles={roles} />
        </Fact>
        <Fact term="Period and hold">
          {formatDuration(terms.period)}, held for {terms.holdPeriods} more
        </Fact>
        <Fact term="Start">{formatTime(terms.start)}</Fact>
        <Fact hint="keccak256 of the encoded terms" term="Terms hash">
          <HexText hex={termsHash} href={undefined} what="hash" />
          {hashTerms(terms) === termsHash ? (
            <span className="block text-muted">It is the hash of the terms shown here.</span>
          ) : (
            <span className="block font-medium text-bad">
              It is not the hash of the terms shown here: do not trust this node or this contract.
            </span>
          )}
        </Fact>
        <Fact
          hint="sales, refunds, disputes, partners and amendments, against the program’s own word"
          term="Past"
        >
          {state.isProved ? "Proved to the last event" : "Being read"}
        </Fact>
        {agreedTexts(state).map(({ name, uri }) => (
          <Fact key={name} term={name}>
            {uri === undefined ? "…" : <Uri uri={uri} />}
          </Fact>
        ))}
      </dl>
    </Card>
  );
}

function holderOf(answered: Address | undefined): Address | undefined {
  return answered === zeroAddress ? undefined : answered;
}
