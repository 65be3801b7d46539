import { findRevert } from "@core/messages/findRevert";
import { BaseError, HttpRequestError, RpcError, RpcRequestError, TimeoutError } from "viem";

/** Whether a contract itself refused, or answered something else; a node's failure says nothing of the contract. */
export function isRefusal(error: unknown): boolean {
  if (findRevert(error, []) !== undefined) return true;
  return error instanceof BaseError && error.walk(isOfNode) === null;
}

function isOfNode(error: unknown): boolean {
  return [HttpRequestError, RpcError, RpcRequestError, TimeoutError].some(
    (sort) => error instanceof sort,
  );
}
