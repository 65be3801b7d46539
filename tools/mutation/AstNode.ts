/** A node of the compiler's syntax tree; which further keys it has depends on its type. */
export interface AstNode {
  readonly nodeType: string;
  /** `start:length:file`, in bytes. */
  readonly src: string;
  readonly [key: string]: unknown;
}

/** A node in its place: its ancestors, the nearest last. */
export interface Place {
  readonly node: AstNode;
  readonly ancestors: readonly AstNode[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && "nodeType" in value;
}

export function nodeAt(node: AstNode, key: string): AstNode | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

export function nodesAt(node: AstNode, key: string): readonly AstNode[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

export function textAt(node: AstNode, key: string): string {
  const value = node[key];
  return typeof value === "string" ? value : "";
}

export function spanOf(node: AstNode): Span {
  const [start = 0, length = 0] = node.src.split(":").map(Number);
  return { start, end: start + length };
}

/** The type of an expression as the compiler writes it, such as `uint256` or `int_const 3`. */
export function typeOf(node: AstNode): string {
  const { typeString } = (node.typeDescriptions ?? {}) as { typeString?: string };
  return typeString ?? "";
}
