import { http, type Transport } from "viem";

/** Questions of one moment go together; each is given up after 10 seconds and one more try. */
export function transportOf(rpcUrl: string): Transport {
  return http(rpcUrl, { batch: { batchSize: 20, wait: 5 }, timeout: 10_000, retryCount: 1 });
}
