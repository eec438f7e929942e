import { z } from "zod";
import type { EmergencyNumbers } from "@/lib/contract/views";
import type { Tx } from "./db";

/** Settings that the helpline's own people change; what is not stored has the default here. */
const Settings = z.object({
  /** How long an offer stays with one person, in seconds. */
  offerSeconds: z.number().int().min(5).max(600).default(45),
  /** One step up in the queue for every so many minutes waited (domain.md §3). */
  ageingMinutes: z.number().int().min(1).max(240).default(20),
  /** Typical length of a conversation in minutes, until the helpline's own figures say better (domain.md §1: 45–60). */
  typicalMinutes: z.number().int().min(1).max(240).default(45),
  /** Seconds without a heartbeat after which a person is away. */
  awayAfterSeconds: z.number().int().min(5).max(600).default(30),
  maskPreviews: z.boolean().default(false),
  sessionIdleMinutes: z
    .number()
    .int()
    .min(5)
    .max(24 * 60)
    .default(120),
  sessionHours: z
    .number()
    .int()
    .min(1)
    .max(24 * 7)
    .default(12),
  /** Days that the event log is kept; a client that slept longer reloads. */
  eventLogDays: z.number().int().min(1).max(30).default(3),
  /** The ordinary page that replaces the chat on "Quitter vite"; http(s) only, since it becomes a link. */
  quickExitUrl: z.url({ protocol: /^https?$/ }).default("https://www.meteofrance.com"),
  numbers: z
    .object({
      police: z.string(),
      medical: z.string(),
      european: z.string(),
      sms: z.string(),
      childProtection: z.string(),
      suicide: z.string(),
      victims: z.string(),
    })
    .default({
      police: "17",
      medical: "15",
      european: "112",
      sms: "114",
      childProtection: "119",
      suicide: "3114",
      victims: "116 006",
    }) satisfies z.ZodType<EmergencyNumbers>,
});
export type Settings = z.infer<typeof Settings>;

/** Every setting, stored or default, in one query. */
export async function readSettings(tx: Tx): Promise<Settings> {
  const rows = await tx.setting.findMany();
  return Settings.parse(Object.fromEntries(rows.map((row) => [row.name, row.value])));
}

/** One setting from its stored value, or its default: for a query that fetches it along with something else. */
export function settingOf<K extends keyof Settings>(name: K, stored: unknown): Settings[K] {
  return Settings.shape[name].parse(stored ?? undefined) as Settings[K];
}
