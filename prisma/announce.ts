import { PEOPLE } from "./seed/people";

/** The last lines of a start: where, and in the demonstration as whom. */
export function announce(
  say: (line: string) => void,
  { port, demo, password }: { port: number; demo: boolean; password: string },
): void {
  say(`\n3018 helpdesk: http://localhost:${port}`);
  say(`  the child's side   http://localhost:${port}/chat`);
  say(`  the desk           http://localhost:${port}/inbox`);
  if (!demo) return;
  say(`\nDemonstration accounts (password ${password}):`);
  for (const person of PEOPLE.slice(0, 7)) say(`  ${person.email.padEnd(36)} ${person.name}, ${person.roles.join(", ")}`);
  say("\nThis is a demonstration: invented people, and the line is open around the clock unless DEMO_HOURS=real.");
}
