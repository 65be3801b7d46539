import { foldText } from "@core/text/foldText";
import { formatDate } from "@core/text/formatDate";
import { lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { HexText } from "../../components/HexText";
import { Name } from "../../components/Name";
import { Pager } from "../../components/Pager";
import { Search } from "../../components/Search";
import { Cell, Head, Table } from "../../components/Table";
import { usePages } from "../../components/usePages";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { PartyLink } from "../chain/PartyLink";
import { ReadingPast } from "../chain/PastGate";
import { useAccounts } from "../chain/useAccounts";
import { useIsOperating } from "../chain/useIsOperating";
import { usePartners } from "../chain/usePartners";
import { useView } from "../chain/useView";
import type { ProgramCardProps } from "./ProgramCardProps";

const EnrollPartner = lazy(async () => {
  const { EnrollPartner: component } = await import("./EnrollPartner");
  return { default: component };
});

const PER_PAGE = 10;
const STATUSES = ["not enrolled", "active", "suspended", "left"];

/** Every partner: who, since when, earned and claimable by the program's books. */
export function PartnersCard({
  program,
  state,
  currency,
  revision,
}: ProgramCardProps): ReactElement {
  const { explorer } = useChainInfo();
  const { partners } = state.past;
  const [search, setSearch] = useState("");
  const wanted = foldText(search);
  const found = useMemo(
    () => partners.filter(({ name, wallet }) => foldText(`${name} ${wallet}`).includes(wanted)),
    [partners, wanted],
  );
  const { shown, page, pages, setPage } = usePages(found, PER_PAGE);
  const enrolled = useView(program, ["partner count"], revision, (read) => read.partnerCount());
  const isOperating = useIsOperating({ program, revision });
  const wallets = shown.map(({ wallet }) => wallet);
  const accounts = useAccounts(program, currency, wallets, revision);
  const details = usePartners(program, shown, revision);
  const amount = (value: bigint | undefined): ReactElement | string =>
    value === undefined ? "…" : <Amount amount={value} decimals={currency.decimals} />;
  return (
    <Card
      hint={`${enrolled.data?.[0] ?? "…"} enrolled. Open one to see every line and to claim.`}
      title="Partners"
      tools={
        partners.length > PER_PAGE && (
          <Search label="Find by name or address" onSearch={setSearch} value={search} />
        )
      }
    >
      {accounts.isError && (
        <p className="mb-4 text-sm text-bad" role="alert">
          The balances could not be read; the page keeps trying.
        </p>
      )}
      {!state.isWhole && (
        <div className="mb-6">
          <ReadingPast state={state} />
        </div>
      )}
      {found.length === 0 ? (
        <Empty>
          {!state.isWhole
            ? "None of them is read yet."
            : partners.length === 0
              ? "No partners yet."
              : "Nobody by that name or address."}
        </Empty>
      ) : (
        <Table label="Partners">
          <thead>
            <tr>
              <Head>Partner</Head>
              <Head secondary>Tier</Head>
              <Head secondary>Joined (UTC)</Head>
              <Head numeric secondary>
                Earned ({currency.symbol})
              </Head>
              <Head numeric>Claimable ({currency.symbol})</Head>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ wallet, number, joined }) => {
              const account = accounts.data?.get(wallet);
              const detail = details.data?.get(number);
              return (
                <tr key={number}>
                  <Cell>
                    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                      <PartyLink past={state.past} party={wallet} program={program} />
                      {detail !== undefined && detail.status !== 1 && (
                        <Badge tone="warn">{STATUSES[detail.status]}</Badge>
                      )}
                    </span>
                    <span className="mt-0.5 block text-muted">
                      <HexText
                        hex={wallet}
                        href={explorerLink(explorer, "address", wallet)}
                        what="address"
                      />
                    </span>
                  </Cell>
                  <Cell secondary>
                    {detail === undefined ? "…" : <Name text={tierName(program, detail.tier)} />}
                  </Cell>
                  <Cell secondary>
                    <span className="whitespace-nowrap">{formatDate(joined)}</span>
                  </Cell>
                  <Cell numeric secondary>
                    {amount(account?.net)}
                  </Cell>
                  <Cell numeric>
                    {amount(account?.claimable)}
                    <span className="block text-xs text-muted sm:hidden">
                      of {amount(account?.net)} earned
                    </span>
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <Pager onPage={setPage} page={page} pages={pages} what="partners" />
      {isOperating && state.isWhole && (
        <Suspense>
          <div className="mt-6">
            <EnrollPartner program={program} revision={revision} state={state} />
          </div>
        </Suspense>
      )}
    </Card>
  );
}

function tierName({ terms }: ProgramCardProps["program"], tier: number): string {
  return terms.tiers[tier] ?? "–";
}
