import { getRequestConfig } from "next-intl/server";
import { cookies, headers } from "next/headers";
import { LANGUAGES } from "@/lib/contract/roles";
import { chooseLocale } from "./choose-locale";

/** Words of a request, without a language in the address: the choice lives in the `locale` cookie. */
const requestWords = getRequestConfig(async ({ locale: asked }) => {
  const locale =
    LANGUAGES.find((language) => language === asked) ??
    chooseLocale((await cookies()).get("locale")?.value, (await headers()).get("accept-language"));
  return {
    locale,
    messages: (await import(`../../messages/${locale}.json`)).default,
    timeZone: "Europe/Paris",
  };
});
export default requestWords;
