import { config, type Config } from "./config";

/** Shift of the demonstration's clock against the machine's, in milliseconds; fixed when the process first asks. */
let offset: number | null = null;

/** The instant for `ctx.now`, asked at doors only. DEMO_NOW moves it; it goes on ticking from there. */
export function now(): Date {
  const machine = new Date();
  offset ??= clockOffset(config(), machine);
  return new Date(machine.getTime() + offset);
}

/** The shift that DEMO_NOW asks for; the server hands it on as DEMO_CLOCK_OFFSET_MS so that all bundles agree. */
export function clockOffset(
  { demoClockOffsetMs, demoNow }: Pick<Config, "demoClockOffsetMs" | "demoNow">,
  machine: Date,
): number {
  if (demoClockOffsetMs !== null) return demoClockOffsetMs;
  return demoNow === null ? 0 : demoNow.getTime() - machine.getTime();
}
