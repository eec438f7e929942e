import type { Language, Role, Skill } from "@/lib/contract/roles";

/** A person who works in the demonstration; the first seven are the accounts of contract.md. Names are invented. */
export interface SeededPerson {
  key: string;
  email: string;
  name: string;
  roles: Role[];
  skills: Skill[];
  languages: Language[];
  capacity: number;
  employment: "employee" | "volunteer";
}

const at = (local: string) => `${local}@demo.3018.example`;
const listener = (key: string, name: string, more: Partial<SeededPerson> = {}): SeededPerson => ({
  key,
  email: at(key),
  name,
  roles: ["listener"],
  skills: ["listening"],
  languages: ["fr"],
  capacity: 3,
  employment: "employee",
  ...more,
});

export const PEOPLE: readonly SeededPerson[] = [
  listener("karim", "Karim Benali", { email: at("ecoutant"), capacity: 4 }),
  listener("claire", "Claire Moreau", {
    email: at("psychologue"),
    roles: ["psychologist"],
    skills: ["listening", "psychological"],
    languages: ["fr", "en"],
  }),
  listener("sofia", "Sofia Lemaire", { email: at("juriste"), roles: ["jurist"], skills: ["listening", "legal"] }),
  listener("yanis", "Yanis Petit", {
    email: at("numerique"),
    roles: ["digital"],
    skills: ["listening", "digital"],
    languages: ["fr", "en"],
  }),
  listener("helene", "Hélène Garnier", {
    email: at("superviseur"),
    roles: ["supervisor"],
    skills: ["listening", "psychological"],
    capacity: 2,
  }),
  listener("marc", "Marc Tessier", { email: at("planificateur"), roles: ["planner"], skills: [], capacity: 0 }),
  listener("nadia", "Nadia Roussel", { email: at("admin"), roles: ["administrator"], skills: [], capacity: 0 }),
  listener("ines", "Inès Fabre", { languages: ["fr", "en"] }),
  listener("thomas", "Thomas Girard"),
  listener("awa", "Awa Diallo", { employment: "volunteer", capacity: 2 }),
  listener("lucie", "Lucie Perrin", { languages: ["fr", "en"] }),
  listener("mehdi", "Mehdi Haddad", { employment: "volunteer", capacity: 2 }),
];
