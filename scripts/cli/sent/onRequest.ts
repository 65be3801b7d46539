import type { NetworkHooks } from "hardhat/types/hooks";
import { noteSent } from "./hasSent.ts";

export default async (): Promise<Partial<NetworkHooks>> => ({
  onRequest(context, connection, request, next) {
    if (request.method.startsWith("eth_send")) noteSent();
    return next(context, connection, request);
  },
});
