import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { hyperlegible, hyperlegibleExtended } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: `%s · ${t("product")}` },
    description: t("tagline"),
    robots: { index: false, follow: false },
    // An address seen by another site could say that somebody was here; a form without scripts needs its own (proxy.ts).
    referrer: "same-origin",
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#0f141c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === "light" || theme === "dark" ? theme : undefined}
      className={`${hyperlegible.variable} ${hyperlegibleExtended.variable}`}
    >
      {/* No provider and no client part here: whatever stands in this file is downloaded by a child's phone too. */}
      <body>{children}</body>
    </html>
  );
}
