import { redirect } from "next/navigation";
import { pageContext } from "@/app/_doors/page-context";

/** What there is to administer begins with the accounts. */
export default async function AdminPage() {
  await pageContext("accounts.list");
  redirect("/admin/accounts");
}
