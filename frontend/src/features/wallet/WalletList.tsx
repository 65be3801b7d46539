import type { ReactElement } from "react";
import { type Connector, useConnect, useConnectors } from "wagmi";
import { Button } from "../../components/Button";
import { Name } from "../../components/Name";
import { Notice } from "../../components/Notice";
import { explainError } from "../../lib/errors/explainError";

/** The wallets that announced themselves in this browser. */
export function WalletList(): ReactElement {
  const connectors = useConnectors();
  const connect = useConnect();
  const chosen = connect.isPending ? connect.variables.connector : undefined;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm font-semibold">Connect a wallet</p>
      {connectors.length === 0 && (
        <Notice title="No wallet found in this browser" tone="info">
          Install a wallet extension or open this page in your wallet’s own browser. You can read
          everything without one.
        </Notice>
      )}
      {connect.isError && <Failure error={connect.error} />}
      <ul className="flex flex-col gap-2">
        {connectors.map((connector) => (
          <li key={connector.uid}>
            <Button
              className="w-full justify-start"
              disabled={connect.isPending}
              onClick={() => connect.mutate({ connector })}
            >
              <WalletIcon connector={connector} />
              <Name text={connector.name} />
            </Button>
          </li>
        ))}
      </ul>
      {chosen !== undefined && (
        <div className="flex items-center justify-between gap-3 text-sm text-muted" role="status">
          Answer in your wallet …<Button onClick={() => connect.reset()}>Stop waiting</Button>
        </div>
      )}
    </div>
  );
}

function Failure({ error }: { error: Error }): ReactElement {
  const { cause, title, detail } = explainError(error);
  return cause === "rejected" ? (
    <Notice title={title} tone="warn">
      The wallet is not connected.
    </Notice>
  ) : (
    <Notice title="The wallet did not connect" tone="bad">
      {detail}
    </Notice>
  );
}

/** Only an icon that the wallet itself brings along: none is fetched from elsewhere. */
function WalletIcon({ connector }: { connector: Connector }): ReactElement | null {
  const { icon } = connector;
  if (icon === undefined || !icon.trim().startsWith("data:image/")) return null;
  return <img alt="" className="size-5 rounded" src={icon.trim()} />;
}
