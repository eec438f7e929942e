import type { Role } from "@/lib/contract/roles";

const GUARDED: readonly Role[] = ["administrator", "supervisor"];

/** Must this person have a second factor? Who can reach every conversation or every account, outside demonstration. */
export function requiresSecondFactor(roles: readonly Role[], demo: boolean): boolean {
  return !demo && roles.some((role) => GUARDED.includes(role));
}

/** Is this session still half a session? Whoever must have a second factor, or has one, proves it once a session. */
export function lacksSecondFactor(
  session: { roles: readonly Role[]; confirmedAt: Date | null; provenAt: Date | null },
  demo: boolean,
): boolean {
  return session.provenAt === null && (session.confirmedAt !== null || requiresSecondFactor(session.roles, demo));
}
