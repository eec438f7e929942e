import "next-auth";

declare module "next-auth" {
  /** What a provider hands to the token: the id of the person and of the session row. */
  interface User {
    sid?: string;
  }
}
