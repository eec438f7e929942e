import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { pageContext } from "@/app/_doors/page-context";
import { AccountsScreen } from "@/components/accounts/accounts-screen";
import { Words } from "@/components/shell/words";
import { listUsers } from "@/lib/accounts/list-users";
import * as actions from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin"))("title") };
}

/** Everybody who works here, for administrators. */
export default async function AccountsPage() {
  const accounts = await listUsers(await pageContext("accounts.list"));
  return (
    <Words of={["admin", "roles", "skills", "languages", "refusals", "signIn"]}>
      <AccountsScreen
        accounts={accounts}
        verbs={{
          create: actions.createUserAction,
          changeRoles: actions.changeRolesAction,
          changeWork: actions.changeWorkAction,
          deactivate: actions.deactivateAction,
          reactivate: actions.reactivateAction,
          resetPassword: actions.resetPasswordAction,
          resetSecondFactor: actions.resetSecondFactorAction,
          endSessions: actions.endSessionsAction,
        }}
      />
    </Words>
  );
}
