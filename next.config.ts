import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";

const withNextIntl = createNextIntlPlugin("./app/_doors/i18n.ts");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The image optimiser is off: it was the source of four advisories this year and nothing here needs it.
  images: { unoptimized: true },
  // Native or worker-spawning packages stay outside the bundles.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "graphile-worker", "@prisma/adapter-pg", "rate-limiter-flexible"],
  // Under tsx, node keeps the source map of every file it loads: 60 MB of memory for the server's own chunks. A stack still names the
  // file and the function.
  experimental: { turbopackSourceMaps: false },
  // Linting and types have their own steps in `npm run verify`; the build only builds.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
