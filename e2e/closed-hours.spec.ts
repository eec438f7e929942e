import { expect, test as base } from "@playwright/test";
import { stageIn } from "./house";
import { openHouse, type House } from "./server";
import { Complaints } from "./watch-page";

// The line is closed 23h–9h in Paris. On 29 March 2026 the clock jumps from 2h to 3h: the night is an hour shorter.
const NIGHTS = [
  { title: "at 02:30 on the night the clock changes", now: "2026-03-29T02:30:00+01:00", back: "aujourd’hui à 9h" },
  { title: "at 23:30 before that night", now: "2026-03-28T23:30:00+01:00", back: "demain à 9h" },
  { title: "at 23:30 after it", now: "2026-03-29T23:30:00+02:00", back: "demain à 9h" },
];

const test = base.extend<{ at: (now: string) => Promise<House> }>({
  at: async ({}, give) => {
    const houses: House[] = [];
    await give(async (now) => {
      const house = await openHouse({ now, realHours: true });
      houses.push(house);
      return house;
    });
    for (const house of houses) await house.close();
  },
});

for (const { title, now, back } of NIGHTS)
  test(`closed hours, ${title}: numbers, the word is kept, when people are back`, async ({ browser, at }) => {
    const house = await at(now);
    const complaints = new Complaints();
    const stage = stageIn(house, browser, complaints);
    const child = await stage.visitor();
    await expect(child.page.getByText(`L’équipe revient ${back}.`)).toBeVisible();
    await child.say("il a mes photos et il veut de l'argent");
    await child.askForPerson.click();
    const card = child.page.getByRole("heading", { name: "Ton message est gardé" });
    await expect(card).toBeVisible();
    await expect(child.page.getByText(`Les personnes du 3018 reviennent ${back}.`)).toBeVisible();
    for (const number of [/Appeler le 17/, /Appeler le 15/, /Envoyer un SMS au 114/, /Appeler le 3114/])
      await expect(child.thread.getByRole("link", { name: number }).first()).toBeVisible();
    // Kept on this device and on the server.
    await child.page.reload();
    await expect(child.own("il a mes photos et il veut de l'argent")).toBeVisible();
    await expect(card).toBeVisible();
    // Somebody who is at their desk all the same sees it waiting.
    const desk = await stage.desk({ name: "Karim Benali", roles: ["listener"] });
    await expect(desk.page.getByText(/ligne fermée/).first()).toBeVisible();
    await expect(desk.section("En attente").getByRole("link")).toHaveCount(1);
    await stage.close();
    complaints.add(house.complaints());
    expect(complaints.take()).toEqual([]);
  });
