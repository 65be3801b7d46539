import type { Currency } from "@core/currency/Currency";
import type { Terms } from "@core/deal/Terms";
import { describeTerms } from "@core/terms/text/describeTerms";
import type { TermsTable, TermsText } from "@core/terms/text/TermsText";
import type { ReactElement } from "react";
import { Card } from "../../components/Card";
import { HexText } from "../../components/HexText";
import { keepUnits } from "../../lib/text/keepUnits";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";

interface Props {
  terms: Terms;
  currencies: readonly Currency[];
}

/** The whole deal in sentences. */
export function TermsCard({ terms, currencies }: Props): ReactElement {
  return (
    <Card
      hint="Read from the chain, where they change by amendment only. A year is 365 days."
      title="The terms in plain words"
    >
      <div className="flex flex-col gap-8">
        {describeTerms(terms, currencies).map(({ title: name, texts }) => (
          <Group key={name} texts={texts} title={name} />
        ))}
      </div>
    </Card>
  );
}

function Group({ title, texts }: { title: string; texts: readonly TermsText[] }): ReactElement {
  return (
    <div>
      <h3 className="border-b border-line pb-2 text-sm font-medium text-muted">{title}</h3>
      <div className="mt-4 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the terms never change, and their names may be the same
          <Entry key={index} text={text} />
        ))}
      </div>
    </div>
  );
}

function Entry({ text }: { text: TermsText }): ReactElement {
  const { explorer } = useChainInfo();
  return (
    <div className="min-w-0 text-sm leading-relaxed wrap-anywhere">
      <h4 className="font-semibold">
        <bdi>{text.title}</bdi>
      </h4>
      {text.holder !== undefined && (
        <HexText
          hex={text.holder}
          href={explorerLink(explorer, "address", text.holder)}
          what="address"
        />
      )}
      {text.sentences.map((sentence) => (
        <p className="mt-1" key={sentence}>
          {keepUnits(sentence)}
        </p>
      ))}
      {text.table !== undefined && <Steps table={text.table} />}
    </div>
  );
}

function Steps({ table }: { table: TermsTable }): ReactElement {
  const [left, right] = table.columns;
  return (
    <table className="mt-3 w-full max-w-72 text-sm">
      <caption className="pb-1 text-left text-xs text-muted">{table.caption}</caption>
      <thead>
        <tr className="border-b border-line text-xs text-muted">
          <th className="py-1 text-left font-medium" scope="col">
            {left}
          </th>
          <th className="py-1 text-right font-medium" scope="col">
            {right}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map(([name, value]) => (
          <tr className="border-b border-line last:border-0" key={name}>
            <td className="py-1 pr-2">{name}</td>
            <td className="py-1 text-right whitespace-nowrap tabular-nums">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
