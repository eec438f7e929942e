"use client";
import { useTranslations } from "next-intl";
import { SkillIcon } from "@/components/shell/skill-icon";
import { PersonName } from "@/components/ui/person-name";
import { useDesk } from "./desk-context";

/** Who is on duty, who is there, with how much: shown where no conversation is open. */
export function TeamList() {
  const { screen } = useDesk();
  const t = useTranslations();
  const { me } = screen.desk;
  const rank = { available: 0, paused: 1, away: 2 };
  const people = screen.desk.colleagues
    .filter((colleague) => colleague.capacity > 0)
    .sort((a, b) => rank[a.presence] - rank[b.presence] || a.name.localeCompare(b.name));
  return (
    <section aria-label={t("desk.team.title")} className="px-4 py-3">
      <h2 className="mb-2 text-table font-medium text-ink-soft">{t("desk.team.title")}</h2>
      <table className="w-full text-table">
        <thead className="sr-only">
          <tr>
            <th scope="col">{t("desk.team.name")}</th>
            <th scope="col">{t("desk.team.skills")}</th>
            <th scope="col">{t("desk.team.presence")}</th>
            <th scope="col">{t("desk.team.load")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className="h-10 border-b border-line">
              <th scope="row" className="font-normal w-full max-w-0 truncate pe-2 text-start">
                <PersonName name={person.name} me={person.id === me.id} />
              </th>
              <td className="pe-2">
                <span className="flex gap-1">
                  {person.skills
                    .filter((skill) => skill !== "listening")
                    .map((skill) => (
                      <SkillIcon key={skill} skill={skill} />
                    ))}
                </span>
              </td>
              <td className="pe-3 whitespace-nowrap text-ink-soft">
                {person.onDuty ? t(`presence.${person.presence}`) : t("desk.team.offDuty")}
              </td>
              <td className="text-end tabular-nums">
                {person.load}/{person.capacity}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
