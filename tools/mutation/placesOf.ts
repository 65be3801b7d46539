import { type AstNode, isNode, type Place, spanOf } from "./AstNode.ts";

/** All nodes of a tree in the order of the source. */
export function placesOf(root: AstNode): Place[] {
  const places: Place[] = [];
  const visit = (node: AstNode, ancestors: readonly AstNode[]) => {
    places.push({ node, ancestors });
    const inner = [...ancestors, node];
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) visit(child, inner);
      }
    }
  };
  visit(root, []);
  return places.toSorted((a, b) => spanOf(a.node).start - spanOf(b.node).start);
}
