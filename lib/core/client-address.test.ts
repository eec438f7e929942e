import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const from = (remoteAddress: string | undefined, forwarded?: string | string[]) => ({
  socket: { remoteAddress },
  headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
});

test.each([
  ["the peer", from("203.0.113.7"), "203.0.113.7"],
  ["IPv4 written as IPv6 by a dual-stack socket", from("::ffff:203.0.113.7"), "203.0.113.7"],
  ["whatever the client claims", from("203.0.113.7", "198.51.100.1"), "203.0.113.7"],
  ["this machine", from("::1"), "::1"],
  ["a socket that is already gone", from(undefined), ""],
])("without a trusted proxy: %s", (_, request, address) => {
  expect(clientAddress(request, 0)).toBe(address);
});

test.each([
  ["one proxy: what it appended", 1, "203.0.113.7", "203.0.113.7"],
  ["one proxy: what the client had written before is ignored", 1, "10.9.9.9, 127.0.0.1, 203.0.113.7", "203.0.113.7"],
  ["two proxies: whom the outer one heard", 2, "10.9.9.9, 203.0.113.7, 192.0.2.10", "203.0.113.7"],
  ["fewer entries than proxies: the first", 3, "203.0.113.7, 192.0.2.10", "203.0.113.7"],
  ["the header given twice", 1, ["10.9.9.9", "203.0.113.7"], "203.0.113.7"],
  ["with a port", 1, "203.0.113.7:4711", "203.0.113.7"],
  ["IPv6 with a port", 1, "[2001:db8:1:2:3::4]:4711", "2001:db8:1:2::/64"],
  ["nothing in it: the proxy itself", 1, "", "192.0.2.1"],
  ["no address in it", 1, "203.0.113.7, unknown", "192.0.2.1"],
  ["an attempt to fill a log or a key", 1, "x".repeat(5000), "192.0.2.1"],
  ["no header: the proxy itself", 1, undefined, "192.0.2.1"],
] as const)("behind %s", (_, hops, forwarded, address) => {
  expect(clientAddress(from("192.0.2.1", forwarded as string | string[] | undefined), hops)).toBe(address);
});

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2::/64"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["2001:db8:1:2:3:4:203.0.113.7", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("a household's IPv6 addresses are one: %s", (written, network) => {
  expect(clientAddress(from(written), 0)).toBe(network);
  expect(clientAddress(from("10.0.0.1", written), 1)).toBe(network);
});
