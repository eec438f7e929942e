import type fr from "./fr.json";

// A key that does not exist in messages/ does not compile.
declare module "next-intl" {
  interface AppConfig {
    Locale: "fr" | "en";
    Messages: typeof fr;
  }
}
