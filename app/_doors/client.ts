import type { Client } from "@/lib/accounts/client";
import { deviceOf } from "./device";

/** Where a request comes from. The address is server.ts's finding (client-address.ts), never a claim. */
export function clientOf(header: (name: string) => string | null | undefined): Client {
  return { device: deviceOf(header("user-agent")), address: header("x-client-address") ?? "" };
}
