const YEAR_IN_PARIS = new Intl.DateTimeFormat("en", { timeZone: "Europe/Paris", year: "numeric" });
const DIGITS = 6;

/** The year in which a case is opened, on the helpline's calendar: midnight of the first of January is Paris'. */
export function caseYear(openedAt: Date): number {
  return Number(YEAR_IN_PARIS.format(openedAt));
}

/** The number people read and say: "2026-004217". */
export function formatCaseNumber({ year, ordinal }: { year: number; ordinal: number }): string {
  return `${year}-${String(ordinal).padStart(DIGITS, "0")}`;
}
