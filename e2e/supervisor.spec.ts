import { expect, test } from "./house";
import { pausedDesk, talk, waitingChild } from "./scenes";

test("a supervisor sees every queue, narrows it, and re-assigns many at once with a reason", async ({ stage }) => {
  const karim = await pausedDesk(stage, "Karim Benali");
  const helene = await stage.desk({ name: "Hélène Garnier", roles: ["supervisor"], capacity: 0 });
  const first = await waitingChild(stage, "salut, question sur les jeux video");
  const second = await waitingChild(stage, "je veux porter plainte, c'est quoi la loi ?");
  const third = await waitingChild(stage, "il menace d'envoyer mes photos nues");
  await expect(helene.section("En attente").getByRole("link")).toHaveCount(3);

  await test.step("waiting by danger, skill and channel, with the longest wait", async () => {
    const danger = helene.page.getByRole("group", { name: "Danger" });
    await danger.getByRole("button", { name: /F2/ }).click();
    await expect(helene.section("En attente").getByRole("link")).toHaveCount(1);
    await expect(helene.section("En attente").getByRole("link")).toContainText("F2");
    await danger.getByRole("button", { name: /F2/ }).click();
    await helene.page
      .getByRole("group", { name: "Par compétence" })
      .getByRole("button", { name: /Juridique/ })
      .click();
    await expect(helene.section("En attente").getByRole("link")).toHaveCount(1);
    await helene.page
      .getByRole("group", { name: "Par compétence" })
      .getByRole("button", { name: /Juridique/ })
      .click();
    await expect(helene.page.getByRole("group", { name: "Par canal" }).getByRole("button", { name: /Webchat 3/ })).toBeVisible();
    await expect(helene.page.getByText("la plus longue")).toBeVisible();
    await expect(helene.page.getByRole("row", { name: /Karim Benali/ })).toContainText("en pause");
  });

  await test.step("two of them to Karim, with a reason that stays", async () => {
    for (const box of (await helene.section("En attente").getByRole("checkbox").all()).slice(0, 2)) await box.check();
    await expect(helene.page.getByText("2 choisies")).toBeVisible();
    await helene.page.getByRole("button", { name: "Réaffecter" }).click();
    const dialog = helene.page.getByRole("dialog", { name: "Réaffecter 2 conversations" });
    await dialog.getByRole("combobox", { name: "À qui" }).selectOption({ label: "Karim Benali, 0/3" });
    await expect(dialog.getByRole("button", { name: "Réaffecter" })).toBeDisabled();
    await dialog.getByRole("textbox", { name: "Raison" }).fill("Karim revient de pause");
    await dialog.getByRole("button", { name: "Réaffecter" }).click();
    await expect(helene.page.getByText("2 conversations réaffectées.")).toBeVisible();
    await expect(karim.section("Mes conversations").getByRole("link")).toHaveCount(2);
    await expect(helene.page.getByRole("row", { name: /Karim Benali/ })).toContainText("2/3");
    await karim.section("Mes conversations").getByRole("link").first().click();
    await expect(karim.said("Karim revient de pause")).toContainText("Note de Hélène Garnier");
  });
  const served = await Promise.all([first, second, third].map((child) => child.status(/Karim.* est avec toi/).count()));
  expect(served.filter((count) => count === 1)).toHaveLength(2);
});

test("a supervisor reads along without marking anything read, lowers danger only with a reason, and may write a note", async ({
  stage,
}) => {
  const { desk: karim, child, number } = await talk(stage, "Karim Benali", "il menace d'envoyer mes photos nues");
  const helene = await stage.desk({ name: "Hélène Garnier", roles: ["supervisor"], capacity: 0 });
  // Karim looks at something else: what comes now is unread.
  await karim.page.keyboard.press("Tab");
  await karim.page.goto("/account");
  await child.say("et maintenant je fais quoi ?");

  await helene.row(number).click();
  await expect(helene.said("et maintenant je fais quoi ?")).toBeVisible();
  await expect(helene.page.getByText("Lecture seule : Karim Benali s’en occupe.")).toBeVisible();
  await expect(helene.replyField).toHaveCount(0);

  await test.step("danger: raised by a tap, lowered with a reason alone", async () => {
    const levels = helene.panel.getByRole("group", { name: "Niveau de danger" });
    await levels.getByRole("button", { name: "Danger F3, grave" }).click();
    await expect(helene.thread(number).getByRole("img", { name: "Danger F3, grave" })).toBeVisible();
    await levels.getByRole("button", { name: "Danger F1, vigilance" }).click();
    const dialog = helene.page.getByRole("dialog", { name: "Baisser le niveau de danger" });
    await expect(dialog.getByRole("button", { name: "Baisser le niveau" })).toBeDisabled();
    await dialog.getByRole("textbox", { name: "Raison" }).fill("Photos jamais envoyées, vérifié avec elle");
    await dialog.getByRole("button", { name: "Baisser le niveau" }).click();
    await expect(helene.thread(number).getByRole("img", { name: "Danger F1, vigilance" })).toBeVisible();
    await helene.panel.getByText(/évaluations?$/).click();
    await expect(helene.panel.getByText("Photos jamais envoyées, vérifié avec elle")).toBeVisible();
  });

  await helene.noteField.fill("Bien mené, je reste disponible");
  await helene.page.getByRole("button", { name: "Ajouter la note" }).click();

  // Karim's unread count is still there, the child has no "read", and the reading is on record.
  await karim.page.goto("/inbox");
  await karim.inStep();
  await expect(karim.row(number)).toContainText("1 message non lu");
  await expect(child.own("et maintenant je fais quoi ?")).not.toContainText(/^Lu/);
  await expect(child.thread.getByText(/^Lu · /)).toHaveCount(0);
  await karim.row(number).click();
  await expect(karim.said("Bien mené, je reste disponible")).toContainText("Note de Hélène Garnier");
  await expect(child.thread.getByText(/^Lu/)).toBeVisible();
  const entries = await stage.house.db.auditEntry.findMany({ where: { actorId: helene.person.id } });
  expect(entries.map(({ verb }) => verb)).toContain("conversation.opened-by-other");
});
