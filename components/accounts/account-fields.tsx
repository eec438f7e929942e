"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/text-field";
import { LANGUAGES, ROLES, SKILLS } from "@/lib/contract/roles";
import type { AccountFields } from "./account-verbs";
import { Choices } from "./choices";

export const NEW_ACCOUNT: AccountFields = {
  name: "",
  roles: ["listener"],
  skills: ["listening"],
  languages: ["fr"],
  capacity: 3,
};

/** Nothing to send while one of these is missing. */
export function missingIn({ name, roles, languages }: AccountFields): "name" | "roles" | "languages" | null {
  return name.trim() === "" ? "name" : roles.length === 0 ? "roles" : languages.length === 0 ? "languages" : null;
}

export interface AccountFieldsProps {
  fields: AccountFields;
  onChange: (fields: AccountFields) => void;
  rolesHint?: string;
}

/** Name, roles, skills, languages, capacity. */
export function AccountFieldset({ fields, onChange, rolesHint }: AccountFieldsProps) {
  const t = useTranslations("admin.form");
  const roles = useTranslations("roles");
  const skills = useTranslations("skills");
  const languages = useTranslations("languages");
  const set = (change: Partial<AccountFields>) => onChange({ ...fields, ...change });
  return (
    <>
      <TextField
        label={t("name")}
        value={fields.name}
        maxLength={80}
        required
        autoComplete="off"
        onChange={(event) => set({ name: event.target.value })}
      />
      <Choices
        legend={t("roles")}
        hint={rolesHint}
        options={ROLES.map((value) => ({ value, label: roles(value) }))}
        chosen={fields.roles}
        onChange={(chosen) => set({ roles: chosen })}
        error={fields.roles.length === 0 ? t("needRole") : null}
      />
      <Choices
        legend={t("skills")}
        options={SKILLS.map((value) => ({ value, label: skills(value) }))}
        chosen={fields.skills}
        onChange={(chosen) => set({ skills: chosen })}
      />
      <Choices
        legend={t("languages")}
        options={LANGUAGES.map((value) => ({ value, label: languages(value) }))}
        chosen={fields.languages}
        onChange={(chosen) => set({ languages: chosen })}
        error={fields.languages.length === 0 ? t("needLanguage") : null}
      />
      <TextField
        label={t("capacity")}
        hint={t("capacityHint")}
        type="number"
        min={0}
        max={20}
        className="max-w-32"
        value={fields.capacity}
        onChange={(event) => set({ capacity: Math.min(20, Math.max(0, Math.trunc(event.target.valueAsNumber || 0))) })}
      />
    </>
  );
}
