import { LANGUAGES, type Language } from "@/lib/contract/roles";

/** The language of a request: what the person chose, else the first of their browser's that we speak, else French. */
export function chooseLocale(chosen: string | undefined, acceptLanguage: string | null): Language {
  return known(chosen) ?? preferred(acceptLanguage ?? "") ?? "fr";
}

function preferred(header: string): Language | undefined {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: known(tag.split("-")[0]), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.language !== undefined && wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)[0]?.language;
}

function known(code: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === code);
}
