import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";

interface Asking {
  headers: IncomingHttpHeaders;
  socket: { remoteAddress?: string };
}

/**
 * Where a request comes from, for limits and the slow-down of guesses; kept nowhere. What a client says of itself (X-Forwarded-For) counts
 * only from the `hops` proxies that the installation trusts: each appends whom it heard, so the right-most `hops` entries are theirs
 * and everything further left is the client's own invention.
 * @param hops trusted proxies in front of this process (TRUST_PROXY); 0: none, the peer itself is the client
 * @returns an IPv4 address, or the /64 network of an IPv6 one: a single household holds 2^64 of those addresses
 */
export function clientAddress(request: Asking, hops: number): string {
  const peer = networkOf(request.socket.remoteAddress ?? "");
  if (hops === 0) return peer;
  const said = [request.headers["x-forwarded-for"] ?? []].flat().join(",").split(",");
  const named = networkOf((said[said.length - hops] ?? said[0] ?? "").trim());
  // Nothing usable where a proxy should have written: all such requests are one client, which is the careful reading.
  return named === "" ? peer : named;
}

/** Empty for what is no address. */
function networkOf(written: string): string {
  const bare = withoutPort(written).replace(/%.*$/, "");
  const address = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  switch (isIP(address)) {
    case 4:
      return address;
    case 6:
      return address === "::1" ? address : `${groupsOf(address).slice(0, 4).join(":")}::/64`;
    default:
      return "";
  }
}

/** Some proxies write "192.0.2.1:4711" and "[2001:db8::1]:4711". */
function withoutPort(written: string): string {
  return /^\[(.+)\](?::\d+)?$/.exec(written)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(written)?.[1] ?? written;
}

/** The eight groups of a valid IPv6 address, without leading zeros: one network has one name. */
function groupsOf(address: string): string[] {
  // The URL parser writes any spelling, an embedded IPv4 too, in the one canonical way.
  const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  if (tail === undefined) return groups(head);
  const [before, after] = [groups(head), groups(tail)];
  return [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
}
