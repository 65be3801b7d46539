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
import { RoleHolder } from "../chain/RoleHolder";
import { useView } from "../chain/useView";
import type { ProgramCardProps } from "./ProgramCardProps";

/** In the order in which the program names them. */
const PEOPLE = [
  { term: "Operator", does: "enrolls partners and runs the program" },
  { term: "Attributor", does: "posts sales and refunds" },
  { term: "Standby", does: "takes the attributor’s place when it has to go" },
  { term: "Arbiter", does: "settles disputes" },
  { term: "Guardian", does: "stops thieves; has no power over money" },
] as const;

const TREASURY = "treasury";

/** Who runs the program, and how to check that these are its terms. */
export function FactsCard({
  program,
  state,
  revision,
}: Pick<ProgramCardProps, "program" | "state" | "revision">): ReactElement {
  const { terms, termsHash } = program;
  const { uri } = state.past;
  const holders = useView(program, ["holders"], revision, (read) => read.holders());
  const roles: readonly HeldRole[] = [
    ...PEOPLE.map(({ term }, index) => [wordOf(term), holderOf(holders.data?.[index])] as const),
    [TREASURY, terms.treasury],
  ];
  return (
    <Card title="Who runs it">
      <dl className="grid gap-x-10 gap-y-6 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {PEOPLE.map(({ term, does }) => (
          <Fact hint={does} key={term} term={term}>
            {holders.data === undefined ? "…" : <RoleHolder role={wordOf(term)} roles={roles} />}
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
        <Fact term="Terms file">
          {state.isWhole || uri !== undefined ? <Uri uri={uri ?? ""} /> : "…"}
        </Fact>
      </dl>
    </Card>
  );
}

function wordOf(term: string): string {
  return term.toLowerCase();
}

function holderOf(answered: Address | undefined): Address | undefined {
  return answered === zeroAddress ? undefined : answered;
}
