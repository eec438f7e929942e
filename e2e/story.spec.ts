import { expect, test } from "./house";

test("the whole story: a word, the bot, danger, a person, a note, tags, a relay, the end", async ({ stage }) => {
  const karim = await stage.desk({ name: "Karim Benali", roles: ["listener"] });
  const sofia = await stage.desk({ name: "Sofia Lemaire", roles: ["jurist"] });
  const child = await stage.visitor();
  const wire: string[] = [];
  child.page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => wire.push(payload.toString())));

  await test.step("the bot says that it is one, and helps", async () => {
    await expect(child.line("Je suis le robot du 3018, pas une personne")).toHaveCount(1);
    await child.say("il menace d'envoyer mes photos a tout le lycee");
    await expect(child.line("Ce n’est pas de ta faute").first()).toBeVisible();
    await expect(child.line("Je suis le robot du 3018, pas une personne")).toHaveCount(1);
    await child.say("jpeux pas en parler a mes parents");
  });

  const number = await test.step("a person is asked for, and the right one has it within a second or so", async () => {
    const asked = Date.now();
    await child.askForPerson.click();
    await expect(karim.offers).toBeVisible();
    expect(Date.now() - asked).toBeLessThan(3000);
    await expect(child.waiting).toBeVisible();
    await expect(child.page.getByText("C’est bientôt à toi : tu es en premier")).toBeVisible();
    await expect(karim.offers.getByText("préoccupant")).toBeVisible();
    // Listening is not the jurist's first trade: nothing is offered there.
    await expect(sofia.offers).toHaveCount(0);
    return karim.offeredNumber();
  });

  await test.step("the counsellor accepts, having read, and answers", async () => {
    await karim.accept(number);
    await expect(karim.said("il menace d'envoyer mes photos")).toBeVisible();
    await expect(child.status(/Karim.* est avec toi/)).toBeVisible();
    await karim.reply("Bonjour, je suis Karim. Tu as bien fait d’écrire.");
    await expect(child.line("Tu as bien fait d’écrire.")).toBeVisible();
    await expect(karim.said("Tu as bien fait d’écrire.").getByText("lu", { exact: true })).toBeAttached();
    await child.say("merci, jai peur");
    await expect(karim.said("merci, jai peur")).toBeVisible();
  });

  await test.step("note, tag and danger stay on the desk", async () => {
    await karim.note("Semble seule le soir, prénom Lina");
    await karim.panel.getByRole("combobox", { name: "Ajouter une étiquette" }).fill("menace de diff");
    await karim.page.keyboard.press("Enter");
    await expect(karim.panel.getByRole("list", { name: "Étiquettes données" })).toContainText(/menace de diffusion/i);
    await karim.panel.getByRole("button", { name: "Idées : sans réponse" }).click();
    await karim.panel.getByRole("button", { name: "Moyens : sans réponse" }).click();
    await karim.panel.getByRole("button", { name: "Appliquer" }).click();
    await expect(karim.thread(number).getByRole("img", { name: "Danger F3, grave" })).toBeVisible();
  });

  await test.step("relay to the jurist, with a brief: the child never repeats", async () => {
    await karim.thread(number).getByRole("button", { name: "Passer le relais" }).click();
    const dialog = karim.page.getByRole("dialog", { name: "Passer le relais" });
    await dialog.getByRole("combobox", { name: "À qui" }).selectOption({ label: "À un juriste" });
    await dialog
      .getByRole("textbox", { name: "Ce qu’il faut savoir" })
      .fill("Menace de diffusion, 14 ans, veut savoir si elle peut porter plainte.");
    await dialog.getByRole("button", { name: "Passer le relais" }).click();
    await expect(karim.page.getByText(/Relais demandé/)).toBeVisible();
    // The first one stays until somebody has accepted.
    await karim.page.getByRole("button", { name: "Répondre" }).click();
    await karim.reply("Je te passe Sofia, qui connaît bien la loi.");
    await sofia.row(number).click();
    await expect(sofia.page.getByText("Menace de diffusion, 14 ans, veut savoir si elle peut porter plainte.")).toBeVisible();
    await sofia.accept(number);
    await expect(sofia.said("Semble seule le soir, prénom Lina")).toBeVisible();
    await expect(child.line(/Sofia.* prend la suite, sans que tu aies à répéter/)).toBeVisible();
    await expect(child.status(/Sofia.* est avec toi/)).toBeVisible();
    await sofia.reply("Oui, tu peux porter plainte, et je t’explique comment.");
    await expect(child.line("Oui, tu peux porter plainte")).toBeVisible();
  });

  await test.step("the end, and what the child thinks of it", async () => {
    const address = sofia.page.url();
    await sofia.thread(number).getByRole("button", { name: "Clore" }).click();
    await sofia.page.getByRole("dialog", { name: "Clore la conversation" }).getByRole("button", { name: "Clore" }).click();
    await expect(child.line("La conversation est terminée")).toBeVisible();
    await child.page.getByRole("group", { name: "Est-ce que ça t’a aidé ?" }).getByRole("radio", { name: "Oui" }).check();
    await child.page.getByRole("button", { name: "Envoyer mes réponses" }).click();
    await expect(child.page.getByText("Merci. Ça nous aide à mieux aider.")).toBeVisible();
    await sofia.page.goto(address);
    await expect(sofia.panel.getByText("Cela l’a aidé.")).toBeVisible();
  });

  await test.step("nothing internal ever reached the child's browser", async () => {
    const stored = await (await child.page.request.get("/api/chat")).text();
    const seen = [stored, await child.page.content(), ...wire].join("\n");
    expect(wire.join("")).toContain("porter plainte");
    for (const inside of [
      "Lina",
      "Semble seule",
      "14 ans, veut savoir",
      "relayBrief",
      "menace-diffusion",
      '"F3"',
      "Jamais envoyé",
    ])
      expect(seen).not.toContain(inside);
  });
});
