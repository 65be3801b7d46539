import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A source that was handed in for verification. */
export interface Submission {
  readonly service: string;
  readonly address: string;
  readonly contract: string;
  /** Solidity's standard JSON input. */
  readonly input: {
    readonly sources: Record<string, unknown>;
    readonly settings: Record<string, unknown>;
  };
  readonly constructorArguments: string;
}

/** A contract that was said to be a proxy. */
export interface ProxySubmission {
  readonly chainId: string;
  readonly address: string;
  readonly implementation: string;
  /** How often it was asked what has come of it. */
  asked: number;
}

export interface Explorers {
  readonly url: string;
  readonly submissions: Submission[];
  readonly proxies: ProxySubmission[];
  /** Services that refuse whatever they are given. */
  readonly refusing: Set<string>;
  close(): Promise<void>;
}

/** Plays Etherscan, Blockscout and Sourcify. */
export async function startExplorers(): Promise<Explorers> {
  const submissions: Submission[] = [];
  const proxies: ProxySubmission[] = [];
  const refusing = new Set<string>();
  const server = createServer((request, response) => {
    void answer(request, response, { submissions, proxies, refusing });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    ...{ submissions, proxies, refusing },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { submissions, proxies, refusing }: Pick<Explorers, "submissions" | "proxies" | "refusing">,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const body = await readBody(request);
  const service = url.pathname.split("/")[1] ?? "";
  const [status, document] =
    service === "sourcify"
      ? answerSourcify(url, body, submissions, refusing)
      : (answerProxy(url, body, proxies, refusing) ??
        answerEtherscan(service, url, body, submissions, refusing));
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(document));
}

/** What Etherscan answers of proxies: a receipt, then that it waits its turn, then what it found; undefined to all else. */
function answerProxy(
  url: URL,
  body: string,
  proxies: ProxySubmission[],
  refusing: ReadonlySet<string>,
): [number, object] | undefined {
  const { searchParams: query } = url;
  const action = query.get("action");
  if (action === "verifyproxycontract") {
    const form = new URLSearchParams(body);
    proxies.push({
      chainId: query.get("chainid") ?? "",
      address: form.get("address") ?? "",
      implementation: form.get("expectedimplementation") ?? "",
      asked: 0,
    });
    return [200, { status: "1", message: "OK", result: `proxy-${proxies.length - 1}` }];
  }
  if (action !== "checkproxyverification") return undefined;
  const proxy = proxies[Number(query.get("guid")?.slice("proxy-".length))];
  if (proxy === undefined || refusing.has("proxy")) {
    const result =
      "A corresponding implementation contract was unfortunately not detected for the proxy address.";
    return [200, { status: "0", message: "NOTOK", result }];
  }
  proxy.asked += 1;
  if (proxy.asked === 1) {
    return [200, { status: "0", message: "NOTOK", result: "Pending in queue" }];
  }
  const result = `The proxy's (${proxy.address}) implementation contract is found at ${proxy.implementation} and is successfully updated.`;
  return [200, { status: "1", message: "OK", result }];
}

/** Blockscout speaks Etherscan's language. */
function answerEtherscan(
  service: string,
  url: URL,
  body: string,
  submissions: Submission[],
  refusing: ReadonlySet<string>,
): [number, object] {
  const action = url.searchParams.get("action");
  if (action === "getsourcecode")
    return [200, { status: "1", message: "OK", result: [{ SourceCode: "" }] }];
  if (action === "checkverifystatus")
    return [200, { status: "1", message: "OK", result: "Pass - Verified" }];
  if (refusing.has(service))
    return [200, { status: "0", message: "NOTOK", result: "we do not like it" }];
  const form = new URLSearchParams(body);
  submissions.push({
    service,
    address: form.get("contractaddress") ?? "",
    contract: form.get("contractname") ?? "",
    input: JSON.parse(form.get("sourceCode") ?? "{}") as Submission["input"],
    constructorArguments:
      form.get("constructorArguments") ?? form.get("constructorArguements") ?? "",
  });
  return [200, { status: "1", message: "OK", result: "a-guid" }];
}

function answerSourcify(
  url: URL,
  body: string,
  submissions: Submission[],
  refusing: ReadonlySet<string>,
): [number, object] {
  const parts = url.pathname.split("/");
  const contract = {
    match: null,
    creationMatch: null,
    runtimeMatch: null,
    chainId: "424242",
    address: "",
  };
  if (parts[3] === "contract") return [404, contract];
  if (parts.length === 5 && parts[3] === "verify") {
    const done = { ...contract, match: "exact_match", runtimeMatch: "exact_match" };
    return [
      200,
      { isJobCompleted: true, verificationId: "a-guid", jobStartTime: "", contract: done },
    ];
  }
  if (refusing.has("sourcify"))
    return [400, { customCode: "no", message: "we do not like it", errorId: "1" }];
  const { stdJsonInput, contractIdentifier } = JSON.parse(body) as {
    stdJsonInput: Submission["input"];
    contractIdentifier: string;
  };
  submissions.push({
    service: "sourcify",
    address: parts[5] ?? "",
    contract: contractIdentifier,
    input: stdJsonInput,
    constructorArguments: "",
  });
  return [202, { verificationId: "a-guid" }];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
