import { expect, test } from "./house";
import { PASSWORD } from "./people";
import { refusedWith } from "./watch-page";

test("signs in by the form, on two devices; the one ends the other's session, and that desk is closed within two seconds", async ({
  stage,
  complaints,
}) => {
  // What a screen that has just lost its session asks for is refused.
  complaints.allow(refusedWith(401), /console: .*WebSocket/);
  const person = await stage.person({ name: "Karim Benali", roles: ["listener"] });
  const signIn = async () => {
    const page = await stage.browser();
    await page.goto("/inbox");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Finbox$/);
    await page.getByLabel("Adresse e-mail").fill(person.email);
    await page.getByLabel("Mot de passe").fill("pas le bon du tout");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByText("L’adresse ou le mot de passe ne correspond pas.")).toBeVisible();
    await page.getByLabel("Mot de passe").fill(PASSWORD);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page).toHaveURL(/\/inbox$/);
    await expect(page.getByText(/connexion · à jour/).filter({ visible: true })).toBeVisible();
    return page;
  };
  const first = await signIn();
  const second = await signIn();
  await second.goto("/account");
  const others = second.getByRole("listitem").filter({ has: second.getByRole("button", { name: /^Fermer la session/ }) });
  await expect(others).toHaveCount(1);
  await others.getByRole("button").click();
  await expect(first).toHaveURL(/\/sign-in/, { timeout: 2000 });
  await expect(second.getByText("Session fermée.")).toBeVisible();
  await expect(others).toHaveCount(0);

  await first.getByLabel("Adresse e-mail").fill(person.email);
  await first.getByLabel("Mot de passe").fill(PASSWORD);
  await first.getByRole("button", { name: "Se connecter" }).click();
  await expect(first).toHaveURL(/\/inbox$/);
});

test("an administrator deactivates an account: the open desk is closed within two seconds, and the door stays shut", async ({
  stage,
  complaints,
}) => {
  complaints.allow(refusedWith(401), /console: .*WebSocket/);
  const desk = await stage.desk({ name: "Inès Fabre", roles: ["listener"] });
  const admin = await stage.person({ name: "Nadia Roussel", roles: ["administrator"] });
  const { page } = await stage.signedIn(admin);
  await page.goto("/admin/accounts");
  await page.getByLabel("Filtrer par nom ou adresse").fill(desk.person.email);
  await page.getByRole("button", { name: "Modifier le compte de Inès Fabre" }).click();
  await page.getByRole("button", { name: "Désactiver le compte" }).click();
  await page
    .getByRole("group", { name: "Désactiver le compte de Inès Fabre ?" })
    .getByRole("button", { name: "Désactiver le compte" })
    .click();
  await expect(page.getByText("Compte de Inès Fabre désactivé.")).toBeVisible();
  await expect(desk.page).toHaveURL(/\/sign-in/, { timeout: 2000 });
  await desk.page.getByLabel("Adresse e-mail").fill(desk.person.email);
  await desk.page.getByLabel("Mot de passe").fill(PASSWORD);
  await desk.page.getByRole("button", { name: "Se connecter" }).click();
  await expect(desk.page.getByText("L’adresse ou le mot de passe ne correspond pas.")).toBeVisible();
});
