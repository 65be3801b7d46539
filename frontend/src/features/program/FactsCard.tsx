import { hashTerms } from "@core/terms/hashTerms";
import { formatDuration } from "@core/text/formatDuration";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement, ReactNode } from "react";
import { type Address, getAddress, type Hex, keccak256, stringToHex, zeroHash } from "viem";
import { Card } from "../../components/Card";
import { HexText } from "../../components/HexText";
import { Uri } from "../../components/Uri";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import type { LedgerState } from "../chain/useLedger";
import type { Program } from "../chain/useProgram";

const OPERATOR: Hex = zeroHash;
const ATTRIBUTOR = keccak256(stringToHex("ATTRIBUTOR_ROLE"));
const ARBITER = keccak256(stringToHex("ARBITER_ROLE"));

/** Who runs the program, and how to check that these are its terms. */
export function FactsCard({
  program,
  state,
}: {
  program: Program;
  state: LedgerState;
}): ReactElement {
  const { terms, termsHash } = program;
  const { uri, holders } = state.ledger;
  const people = [
    ["Operator", "enrolls partners and runs the program", terms.operator, OPERATOR],
    ["Attributor", "posts sales and refunds", terms.attributor, ATTRIBUTOR],
    ["Arbiter", "settles disputes", terms.arbiter, ARBITER],
  ] as const;
  return (
    <Card title="Who runs it">
      <dl className="grid gap-x-10 gap-y-6 text-sm sm:grid-cols-2 lg:grid-cols-3">
        {people.map(([name, does, named, role]) => (
          <Fact hint={does} key={name} term={name}>
            {holdersOf(holders.get(role), named).map((holder) => (
              <Holder address={holder} key={holder} />
            ))}
          </Fact>
        ))}
        <Fact hint="where the operator’s residual goes" term="Treasury">
          <Holder address={terms.treasury} />
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
        <Fact term="Terms file">
          <Uri uri={uri ?? ""} />
        </Fact>
      </dl>
    </Card>
  );
}

/** Who holds a role now by the program's events, else whom the terms name. */
function holdersOf(now: readonly Address[] | undefined, named: Address): readonly Address[] {
  return now === undefined ? [getAddress(named)] : now;
}

function Holder({ address }: { address: Address }): ReactElement {
  const { explorer } = useChainInfo();
  return (
    <span className="block">
      <HexText
        hex={getAddress(address)}
        href={explorerLink(explorer, "address", address)}
        what="address"
      />
    </span>
  );
}

function Fact({
  term,
  hint,
  children,
}: {
  term: string;
  hint?: string;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="min-w-0">
      <dt className="text-muted">
        <span className="font-medium text-ink">{term}</span>
        {hint !== undefined && <span className="block text-xs">{hint}</span>}
      </dt>
      <dd className="mt-1 wrap-anywhere">{children}</dd>
    </div>
  );
}
