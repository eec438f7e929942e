import { expect, test } from "./house";
import { pausedDesk, waitingChild } from "./scenes";
import { refusedWith } from "./watch-page";

test("two take the same at the same moment: one has it, the other is told who", async ({ stage, complaints }) => {
  complaints.allow(refusedWith(409, 404));
  const karim = await pausedDesk(stage, "Karim Benali");
  const ines = await pausedDesk(stage, "Inès Fabre");
  const child = await waitingChild(stage, "bonjour, quelqu'un a pris mon compte insta");
  const both = [karim, ines];
  for (const desk of both) {
    await desk.section("En attente").getByRole("link").first().click();
    await expect(desk.page.getByText("Vous pouvez lire avant de prendre")).toBeVisible();
  }
  await Promise.all(both.map((desk) => desk.page.getByRole("button", { name: /^Prendre/ }).click()));

  await expect(child.status(/est avec toi/)).toBeVisible();
  const words = await child.status(/est avec toi/).innerText();
  const [winner, loser] = words.includes("Karim") ? [karim, ines] : [ines, karim];
  await expect(winner.replyField).toBeVisible();
  await expect(loser.page.getByText(`${winner.person.name} s’en occupe déjà.`)).toBeVisible();
  await expect(loser.replyField).toHaveCount(0);
  await expect(loser.section("Équipe").getByText(winner.person.name)).toBeVisible();
  await expect(child.line(/est là pour toi/)).toHaveCount(1);
});

test("danger jumps the queue, and those who step back are told their place", async ({ stage }) => {
  const karim = await pausedDesk(stage, "Karim Benali");
  const first = await waitingChild(stage, "salut, une question sur les ecrans");
  const second = await waitingChild(stage, "on a cree un faux compte a mon nom");
  await expect(first.page.getByText("C’est bientôt à toi : tu es en premier")).toBeVisible();
  await expect(second.page.getByText("Tu es à la place 2")).toBeVisible();

  const third = await stage.visitor();
  await third.say("jai pris des cachets, je veux mourir ce soir");
  // Nobody had to ask: the bot does, and the numbers stand in the thread.
  await expect(third.waiting).toBeVisible();
  await expect(third.page.getByText("C’est bientôt à toi : tu es en premier")).toBeVisible();
  const card = third.page.getByRole("heading", { name: "Si tu es en danger maintenant" });
  await expect(card).toBeVisible();
  for (const number of [/17/, /15/, /3114/]) await expect(third.thread.getByRole("link", { name: number }).first()).toBeVisible();
  await expect(third.thread.getByRole("link", { name: /SMS.*114/ }).first()).toHaveAttribute("href", "sms:114");

  await expect(first.page.getByText("Tu es à la place 2")).toBeVisible();
  await expect(second.page.getByText("Tu es à la place 3")).toBeVisible();
  const rows = karim.section("En attente").getByRole("link");
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText("F4");

  await karim.page.getByRole("switch").check();
  await expect(karim.offers).toBeVisible();
  await expect(karim.offers.getByRole("listitem").first()).toContainText("péril imminent");
  // The number's card goes once a person is there.
  await karim.offers
    .getByRole("listitem")
    .first()
    .getByRole("button", { name: /^Prendre/ })
    .click();
  await expect(third.status(/Karim.* est avec toi/)).toBeVisible();
});

test("let pass goes to the next one, keeps its waiting time, and comes to nobody twice while others are there", async ({
  stage,
}) => {
  const karim = await stage.desk({ name: "Karim Benali", roles: ["listener"] });
  const child = await waitingChild(stage, "j'ai un souci avec un jeu en ligne");
  const number = await karim.offeredNumber();
  const ines = await stage.desk({ name: "Inès Fabre", roles: ["listener"] });
  await karim.offers.getByRole("button", { name: `Laisser passer le visiteur ${number}` }).click();
  await expect(karim.offers).toHaveCount(0);
  await ines.accept(number);
  await expect(child.status(/Inès.* est avec toi/)).toBeVisible();
});
