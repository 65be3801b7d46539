import type { ReactElement, ReactNode } from "react";

/** A table that scrolls by itself, by keyboard too, where it is wider than its place. */
export function Table({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would need a heading of its own
    <div
      aria-label={`Table: ${label}`}
      className="-mx-5 overflow-x-auto px-5 sm:-mx-8 sm:px-8"
      role="region"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full border-collapse text-sm">{children}</table>
    </div>
  );
}

interface CellProps {
  children?: ReactNode;
  /** Numbers stand on the right. */
  numeric?: boolean;
  /** Gives way on phones. */
  secondary?: boolean;
  /** The last one on phones. */
  phoneEnd?: boolean;
}

function classesOf({ numeric, secondary, phoneEnd }: CellProps): string {
  const side = numeric ? "text-right tabular-nums" : "text-left";
  const width = `${secondary ? "hidden sm:table-cell" : ""} ${phoneEnd ? "max-sm:pr-0" : ""}`;
  return `${side} px-2 first:pl-0 last:pr-0 ${width}`;
}

/** A column's header; it names the unit. */
export function Head({ children, ...look }: CellProps): ReactElement {
  return (
    <th
      className={`border-b border-line pb-2 text-xs font-medium text-muted ${classesOf(look)}`}
      scope="col"
    >
      {children}
    </th>
  );
}

export function Cell({ children, ...look }: CellProps): ReactElement {
  return <td className={`border-b border-line py-3 align-top ${classesOf(look)}`}>{children}</td>;
}
