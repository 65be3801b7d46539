import { type ReactElement, type ReactNode, useMemo } from "react";
import type { Address } from "viem";
import { Notice } from "../../components/Notice";
import { explainError } from "../../lib/errors/explainError";
import { hostOf } from "../../lib/site/hostOf";
import { openReader } from "../../lib/site/openReader";
import { useChainInfo } from "../chain/ChainContext";
import { useAnswers } from "../chain/useAnswers";
import { useReader } from "../chain/useReader";
import { ComparisonContext } from "./ComparisonContext";
import { type Comparison, compareNodes, type ReadKeyNumbers } from "./compareNodes";
import { otherNode } from "./otherNode";

interface Props {
  address: Address;
  /** Tells what is read apart from what else is compared of the address. */
  name: string;
  revision: string;
  read: ReadKeyNumbers;
  children: ReactNode;
}

/** Compares what the page shows with what a second node says, where the site lists one. */
export function Compared({ children, ...asked }: Props): ReactElement {
  const { listed, rpcUrl } = useChainInfo();
  const other = otherNode(listed, rpcUrl);
  if (other === undefined) return <>{children}</>;
  return (
    <With {...asked} other={other}>
      {children}
    </With>
  );
}

function With({
  address,
  name,
  revision,
  read,
  other,
  children,
}: Props & { other: string }): ReactElement {
  const { chain, rpcUrl } = useChainInfo();
  const ours = useReader();
  const theirs = useMemo(() => openReader(other, chain), [chain, other]);
  const comparison = useAnswers(address, ["compared", name], revision, () =>
    compareNodes(ours, theirs, read),
  );
  return (
    <ComparisonContext value={comparison.data}>
      {comparison.data !== undefined && (
        <Told comparison={comparison.data} other={hostOf(other)} own={hostOf(rpcUrl)} />
      )}
      {children}
    </ComparisonContext>
  );
}

interface ToldProps {
  comparison: Comparison;
  own: string;
  other: string;
}

function Told({ comparison, own, other }: ToldProps): ReactElement | null {
  const { differences, trouble } = comparison;
  if (differences.length === 0) {
    if (trouble === undefined) return null;
    return (
      <Notice title={`${own} and ${other} could not be compared`} tone="info">
        {explainError(trouble).title}. What this page shows is what {own} says, and nobody else.
      </Notice>
    );
  }
  return (
    <Notice title="Two nodes say different things" tone="bad">
      One of them is behind, or lies. This page shows what {own} says; {other} was asked as well.
      <ul className="mt-2 list-disc pl-5">
        {differences.map(({ what, ours, theirs }) => (
          <li key={what}>
            {what}: {ours} by {own}, {theirs} by {other}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
