import { BlockList, isIP } from "node:net";

/** Addresses of this machine. */
const LOOPBACK = { 4: listOf(["127.0.0.0/8"]), 6: listOf(["::1/128"]) };

/**
 * Addresses that are nobody's on the internet: this machine's, private networks', clouds' own services, and what maps to
 * them. A list for each family: one for both would take an IPv4 address for what maps to it.
 */
const NOT_PUBLIC = {
  4: listOf([
    ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"],
    ...["172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"],
    ...["198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"],
  ]),
  6: listOf([
    ...["::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23"],
    ...["2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10"],
    ...["fec0::/10", "ff00::/8"],
  ]),
};

function listOf(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = "", prefix] = subnet.split("/");
    list.addSubnet(net, Number(prefix), isIP(net) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

/** Whether an address may be connected to: a public one, and this machine's where that is asked for. */
export function mayConnect(address: string, isLocal: boolean): boolean {
  if (isIP(address) === 0) return false;
  return !isIn(NOT_PUBLIC, address) || (isLocal && isIn(LOOPBACK, address));
}

/** Whether a host's name is this machine's own. */
export function isLoopbackName(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/, "$1");
  return name === "localhost" || (isIP(name) !== 0 && isIn(LOOPBACK, name));
}

function isIn(lists: typeof LOOPBACK, address: string): boolean {
  return isIP(address) === 6 ? lists[6].check(address, "ipv6") : lists[4].check(address, "ipv4");
}
