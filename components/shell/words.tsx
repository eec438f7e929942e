import { NextIntlClientProvider, type Messages } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

export type Namespace = keyof Messages;

/**
 * Hands the words of some namespaces to the client screens below, `common` always: a child's phone does not download the
 * desk's words. It replaces what an outer one gave, so name all that the screens below need.
 */
export async function Words({ of, children }: { of: readonly Namespace[]; children: ReactNode }) {
  const all = await getMessages();
  const wanted = new Set<string>(["common", ...of]);
  const messages = Object.fromEntries(Object.entries(all).filter(([namespace]) => wanted.has(namespace)));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
