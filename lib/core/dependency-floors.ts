import { z } from "zod";

/**
 * The lowest versions without a known hole (platform.md), direct or not: `npm audit` is not answered by every registry.
 * A package that is not installed needs no floor; one that is installed twice must pass twice.
 */
const FLOORS: Record<string, string> = {
  next: "16.4.5",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "next-auth": "4.24.15",
  sharp: "0.35.5",
  "socket.io-parser": "4.2.7",
  ws: "8.21.1",
  nodemailer: "7.0.7",
};

const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });

export interface Installed {
  name: string;
  /** Where in node_modules. */
  place: string;
  version: string;
  floor: string;
  enough: boolean;
}

/** Every installed copy of a package that has a floor, from the text of package-lock.json. */
export function floorsOf(lockFile: string): Installed[] {
  return Object.entries(Lock.parse(JSON.parse(lockFile)).packages).flatMap(([place, { version }]) => {
    const name = place.split("node_modules/").at(-1)!;
    const floor = FLOORS[name];
    if (!place.includes("node_modules/") || !floor || !version) return [];
    return [{ name, place, version, floor, enough: isAtLeast(version, floor) }];
  });
}

/** True when a version is not below another; a pre-release comes before the release of the same number. */
export function isAtLeast(version: string, floor: string): boolean {
  const have = numbers(version);
  const need = numbers(floor);
  for (let at = 0; at < 3; at += 1) if (have[at] !== need[at]) return have[at]! > need[at]!;
  return !version.includes("-");
}

function numbers(version: string): number[] {
  return version.split("-")[0]!.split(".").map(Number);
}
