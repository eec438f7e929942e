import { expect, test } from "./house";
import { talk } from "./scenes";
import { NETWORK_LOST, setNetwork } from "./watch-page";

test("a counsellor loses the network and comes back: nothing missed, what was written is sent once", async ({
  stage,
  complaints,
}) => {
  complaints.allow(NETWORK_LOST);
  const { desk, child } = await talk(stage);

  await setNetwork(desk.page, false);
  await expect(desk.page.getByRole("region", { name: "État de la connexion" })).toContainText("Hors connexion");
  await child.say("tu es la ?");
  await child.say("il vient de recommencer");
  await desk.reply("Je suis là, j’ai eu une coupure.");
  await expect(desk.said("Je suis là, j’ai eu une coupure.")).toContainText("En cours d’envoi");
  await expect(desk.said("tu es la ?")).toHaveCount(0);

  await setNetwork(desk.page, true);
  await expect(desk.page.getByRole("region", { name: "État de la connexion" })).toHaveCount(0);
  await desk.inStep();
  await expect(desk.said("tu es la ?")).toBeVisible();
  await expect(desk.said("il vient de recommencer")).toBeVisible();
  await expect(child.line("Je suis là, j’ai eu une coupure.")).toHaveCount(1);
  await expect(desk.said("Je suis là, j’ai eu une coupure.")).toHaveCount(1);
  const words = await desk.messages.getByRole("paragraph").allInnerTexts();
  const order = ["tu es la ?", "il vient de recommencer", "Je suis là, j’ai eu une coupure."].map((text) => words.indexOf(text));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  await child.page.reload();
  await expect(child.line("Je suis là, j’ai eu une coupure.")).toHaveCount(1);
});

test("a child loses the network: the word waits, says so, leaves by itself and is stored once", async ({ stage, complaints }) => {
  complaints.allow(NETWORK_LOST);
  const { desk, child } = await talk(stage);
  await setNetwork(child.page, false);
  await expect(child.page.getByText("Pas de réseau. Écris : tout partira tout seul.")).toBeVisible();
  await child.type("je suis dans le bus");
  await child.send.click();
  await expect(child.own("je suis dans le bus")).toContainText("Pas encore parti : pas de réseau.");
  await desk.reply("Prends ton temps.");

  await setNetwork(child.page, true);
  await expect(child.own("je suis dans le bus")).toContainText(/Envoyé|Reçu|Lu/);
  await expect(child.line("Prends ton temps.")).toBeVisible();
  await expect(desk.said("je suis dans le bus")).toHaveCount(1);
});

test("a reload in the middle of everything: the conversation, the words on their way and the draft are still there", async ({
  stage,
  complaints,
}) => {
  complaints.allow(NETWORK_LOST);
  const { desk, child } = await talk(stage);
  // The answer to the first attempt is lost on its way back: the server has the word, the browser does not know.
  let lost = 0;
  await child.page.route("**/api/chat/messages", async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort("connectionreset");
  });
  await child.type("c'est un garcon de ma classe");
  await child.send.click();
  await expect.poll(() => lost).toBeGreaterThan(0);
  await child.type("je voulais aussi dire");
  await child.page.unroute("**/api/chat/messages");
  await child.page.reload();
  await expect(child.own("c'est un garcon de ma classe")).toContainText(/Envoyé|Reçu|Lu/);
  await expect(child.own("c'est un garcon de ma classe")).toHaveCount(1);
  await expect(child.field).toHaveValue("je voulais aussi dire");
  await expect(child.status(/Karim.* est avec toi/)).toBeVisible();
  await expect(desk.said("c'est un garcon de ma classe")).toHaveCount(1);
  // And the counsellor's side: a reload keeps the thread and the draft.
  await desk.replyField.fill("Merci de me le dire. Est-ce que");
  await expect
    .poll(async () => (await stage.house.db.draft.count()) > 0, { message: "the draft is kept by the server" })
    .toBe(true);
  await desk.page.reload();
  await expect(desk.replyField).toHaveValue("Merci de me le dire. Est-ce que");
  await expect(desk.said("c'est un garcon de ma classe")).toHaveCount(1);
});
